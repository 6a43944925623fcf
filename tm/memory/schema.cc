#include "tm/memory/schema.h"

#include <array>

namespace mizan {
namespace {

// Ids are AUTOINCREMENT throughout: an id is never used again, so that "born in this write" is
// "above the mark that the write took at its start", and a stale entry of the index can never
// point at another unit.
constexpr const char* kVersion1 = R"sql(
CREATE TABLE setting(
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE write(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  command TEXT NOT NULL,
  time INTEGER NOT NULL,
  added INTEGER NOT NULL DEFAULT 0,
  changed INTEGER NOT NULL DEFAULT 0,
  removed INTEGER NOT NULL DEFAULT 0,
  unit_mark INTEGER NOT NULL,
  concept_mark INTEGER NOT NULL,
  term_mark INTEGER NOT NULL,
  distinct_mark INTEGER NOT NULL
);

CREATE TABLE origin(
  id INTEGER PRIMARY KEY,
  file TEXT NOT NULL,
  document TEXT NOT NULL,
  author TEXT NOT NULL,
  UNIQUE(file, document, author)
);

CREATE TABLE unit(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  digest INTEGER NOT NULL,
  arabic TEXT NOT NULL,
  english TEXT NOT NULL,
  source_language INTEGER NOT NULL,
  origin_id INTEGER NOT NULL REFERENCES origin(id),
  position INTEGER,
  created INTEGER NOT NULL,
  changed INTEGER,
  extras BLOB
);
CREATE INDEX unit_by_digest ON unit(digest);

CREATE TABLE token(
  text TEXT PRIMARY KEY,
  id INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE sequence(
  unit_id INTEGER PRIMARY KEY,
  arabic BLOB NOT NULL,
  english BLOB NOT NULL
);
CREATE TABLE fresh(
  unit_id INTEGER PRIMARY KEY
);
CREATE TABLE run(
  id INTEGER PRIMARY KEY,
  units INTEGER NOT NULL,
  first_unit INTEGER NOT NULL
);
CREATE TABLE posting(
  id INTEGER PRIMARY KEY,
  entries BLOB NOT NULL
);

CREATE TABLE concept(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  subject TEXT NOT NULL DEFAULT '',
  definition TEXT NOT NULL DEFAULT '',
  source TEXT NOT NULL DEFAULT '',
  created INTEGER NOT NULL DEFAULT (unixepoch()),
  changed INTEGER
);
CREATE TABLE term(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  concept_id INTEGER NOT NULL REFERENCES concept(id) ON DELETE CASCADE
    DEFERRABLE INITIALLY DEFERRED,
  language INTEGER NOT NULL,
  text TEXT NOT NULL,
  status INTEGER NOT NULL DEFAULT 0,
  note TEXT NOT NULL DEFAULT '',
  created INTEGER NOT NULL DEFAULT (unixepoch()),
  changed INTEGER
);
CREATE INDEX term_by_concept ON term(concept_id);
CREATE INDEX term_by_text ON term(text);

CREATE TABLE distinct_names(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  a TEXT NOT NULL,
  b TEXT NOT NULL,
  created INTEGER NOT NULL DEFAULT (unixepoch()),
  UNIQUE(a, b)
);

CREATE TABLE unit_before(
  write_id INTEGER NOT NULL,
  id INTEGER NOT NULL,
  digest INTEGER, arabic TEXT, english TEXT, source_language INTEGER, origin_id INTEGER,
  position INTEGER, created INTEGER, changed INTEGER, extras BLOB,
  PRIMARY KEY(write_id, id)
) WITHOUT ROWID;
CREATE TRIGGER unit_update BEFORE UPDATE ON unit
WHEN old.id <= (SELECT unit_mark FROM write ORDER BY id DESC LIMIT 1)
  AND NOT EXISTS(SELECT 1 FROM unit_before WHERE write_id = (SELECT max(id) FROM write) AND id = old.id)
BEGIN
  INSERT INTO unit_before VALUES((SELECT max(id) FROM write), old.id, old.digest,
    old.arabic, old.english, old.source_language, old.origin_id, old.position, old.created,
    old.changed, old.extras);
END;
CREATE TRIGGER unit_delete BEFORE DELETE ON unit
WHEN old.id <= (SELECT unit_mark FROM write ORDER BY id DESC LIMIT 1)
  AND NOT EXISTS(SELECT 1 FROM unit_before WHERE write_id = (SELECT max(id) FROM write) AND id = old.id)
BEGIN
  INSERT INTO unit_before VALUES((SELECT max(id) FROM write), old.id, old.digest,
    old.arabic, old.english, old.source_language, old.origin_id, old.position, old.created,
    old.changed, old.extras);
END;

CREATE TABLE concept_before(
  write_id INTEGER NOT NULL,
  id INTEGER NOT NULL,
  subject TEXT, definition TEXT, source TEXT, created INTEGER, changed INTEGER,
  PRIMARY KEY(write_id, id)
) WITHOUT ROWID;
CREATE TRIGGER concept_update BEFORE UPDATE ON concept
WHEN old.id <= (SELECT concept_mark FROM write ORDER BY id DESC LIMIT 1)
  AND NOT EXISTS(SELECT 1 FROM concept_before WHERE write_id = (SELECT max(id) FROM write) AND id = old.id)
BEGIN
  INSERT INTO concept_before VALUES((SELECT max(id) FROM write), old.id, old.subject,
    old.definition, old.source, old.created, old.changed);
END;
CREATE TRIGGER concept_delete BEFORE DELETE ON concept
WHEN old.id <= (SELECT concept_mark FROM write ORDER BY id DESC LIMIT 1)
  AND NOT EXISTS(SELECT 1 FROM concept_before WHERE write_id = (SELECT max(id) FROM write) AND id = old.id)
BEGIN
  INSERT INTO concept_before VALUES((SELECT max(id) FROM write), old.id, old.subject,
    old.definition, old.source, old.created, old.changed);
END;

CREATE TABLE term_before(
  write_id INTEGER NOT NULL,
  id INTEGER NOT NULL,
  concept_id INTEGER, language INTEGER, text TEXT, status INTEGER, note TEXT, created INTEGER,
  changed INTEGER,
  PRIMARY KEY(write_id, id)
) WITHOUT ROWID;
CREATE TRIGGER term_update BEFORE UPDATE ON term
WHEN old.id <= (SELECT term_mark FROM write ORDER BY id DESC LIMIT 1)
  AND NOT EXISTS(SELECT 1 FROM term_before WHERE write_id = (SELECT max(id) FROM write) AND id = old.id)
BEGIN
  INSERT INTO term_before VALUES((SELECT max(id) FROM write), old.id, old.concept_id,
    old.language, old.text, old.status, old.note, old.created, old.changed);
END;
CREATE TRIGGER term_delete BEFORE DELETE ON term
WHEN old.id <= (SELECT term_mark FROM write ORDER BY id DESC LIMIT 1)
  AND NOT EXISTS(SELECT 1 FROM term_before WHERE write_id = (SELECT max(id) FROM write) AND id = old.id)
BEGIN
  INSERT INTO term_before VALUES((SELECT max(id) FROM write), old.id, old.concept_id,
    old.language, old.text, old.status, old.note, old.created, old.changed);
END;

CREATE TABLE distinct_names_before(
  write_id INTEGER NOT NULL,
  id INTEGER NOT NULL,
  a TEXT, b TEXT, created INTEGER,
  PRIMARY KEY(write_id, id)
) WITHOUT ROWID;
CREATE TRIGGER distinct_names_update BEFORE UPDATE ON distinct_names
WHEN old.id <= (SELECT distinct_mark FROM write ORDER BY id DESC LIMIT 1)
  AND NOT EXISTS(SELECT 1 FROM distinct_names_before WHERE write_id = (SELECT max(id) FROM write) AND id = old.id)
BEGIN
  INSERT INTO distinct_names_before VALUES((SELECT max(id) FROM write), old.id, old.a,
    old.b, old.created);
END;
CREATE TRIGGER distinct_names_delete BEFORE DELETE ON distinct_names
WHEN old.id <= (SELECT distinct_mark FROM write ORDER BY id DESC LIMIT 1)
  AND NOT EXISTS(SELECT 1 FROM distinct_names_before WHERE write_id = (SELECT max(id) FROM write) AND id = old.id)
BEGIN
  INSERT INTO distinct_names_before VALUES((SELECT max(id) FROM write), old.id, old.a,
    old.b, old.created);
END;
)sql";

// The lexicon: the user's own lists, journalled as everything that a user writes; and what the
// units teach, which is derived and follows the units through `unlearned` and the setting
// `learned-mark`.
constexpr const char* kVersion2 = R"sql(
CREATE TABLE lexicon_entry(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  arabic TEXT NOT NULL,
  english TEXT NOT NULL,
  weight REAL NOT NULL,
  list TEXT NOT NULL,
  created INTEGER NOT NULL,
  UNIQUE(arabic, english)
);
CREATE INDEX lexicon_entry_by_list ON lexicon_entry(list);

ALTER TABLE write ADD COLUMN entry_mark INTEGER NOT NULL DEFAULT 0;
CREATE TABLE lexicon_entry_before(
  write_id INTEGER NOT NULL,
  id INTEGER NOT NULL,
  arabic TEXT, english TEXT, weight REAL, list TEXT, created INTEGER,
  PRIMARY KEY(write_id, id)
) WITHOUT ROWID;
CREATE TRIGGER lexicon_entry_update BEFORE UPDATE ON lexicon_entry
WHEN old.id <= (SELECT entry_mark FROM write ORDER BY id DESC LIMIT 1)
  AND NOT EXISTS(SELECT 1 FROM lexicon_entry_before WHERE write_id = (SELECT max(id) FROM write) AND id = old.id)
BEGIN
  INSERT INTO lexicon_entry_before VALUES((SELECT max(id) FROM write), old.id, old.arabic,
    old.english, old.weight, old.list, old.created);
END;
CREATE TRIGGER lexicon_entry_delete BEFORE DELETE ON lexicon_entry
WHEN old.id <= (SELECT entry_mark FROM write ORDER BY id DESC LIMIT 1)
  AND NOT EXISTS(SELECT 1 FROM lexicon_entry_before WHERE write_id = (SELECT max(id) FROM write) AND id = old.id)
BEGIN
  INSERT INTO lexicon_entry_before VALUES((SELECT max(id) FROM write), old.id, old.arabic,
    old.english, old.weight, old.list, old.created);
END;

CREATE TABLE learned_word(
  id INTEGER PRIMARY KEY,
  language INTEGER NOT NULL,
  key TEXT NOT NULL,
  text TEXT NOT NULL,
  UNIQUE(language, key)
);
CREATE TABLE word_pair(
  arabic_id INTEGER NOT NULL,
  english_id INTEGER NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY(arabic_id, english_id)
) WITHOUT ROWID;
CREATE TABLE learned_unit(
  unit_id INTEGER PRIMARY KEY,
  links BLOB NOT NULL
);
CREATE TABLE unlearned(
  unit_id INTEGER PRIMARY KEY
);
CREATE TRIGGER unit_unlearn_update AFTER UPDATE OF digest ON unit
WHEN old.digest <> new.digest AND EXISTS(SELECT 1 FROM learned_unit WHERE unit_id = old.id)
BEGIN
  INSERT OR IGNORE INTO unlearned VALUES(old.id);
END;
CREATE TRIGGER unit_unlearn_delete AFTER DELETE ON unit
WHEN EXISTS(SELECT 1 FROM learned_unit WHERE unit_id = old.id)
BEGIN
  INSERT OR IGNORE INTO unlearned VALUES(old.id);
END;
)sql";

// The other places of a unit that was met more than once; `position` -1 when unknown. A row never
// changes: it comes with a duplicate and goes with its unit. And the fuzzy index, laid out anew: it
// is derived, and made again because its version differs. The rest of what TBX
// says of a concept and a term, with the triggers that journal it.
constexpr const char* kVersion3 = R"sql(
CREATE TABLE unit_origin(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  unit_id INTEGER NOT NULL,
  origin_id INTEGER NOT NULL REFERENCES origin(id),
  position INTEGER NOT NULL,
  UNIQUE(unit_id, origin_id, position)
);
CREATE INDEX unit_by_place ON unit(origin_id, position);
CREATE INDEX unit_origin_by_place ON unit_origin(origin_id, position);
CREATE VIEW place AS
  SELECT id AS unit_id, origin_id, position FROM unit
  UNION ALL SELECT unit_id, origin_id, position FROM unit_origin;
ALTER TABLE write ADD COLUMN unit_origin_mark INTEGER NOT NULL DEFAULT 0;
CREATE TABLE unit_origin_before(
  write_id INTEGER NOT NULL,
  id INTEGER NOT NULL,
  unit_id INTEGER, origin_id INTEGER, position INTEGER,
  PRIMARY KEY(write_id, id)
) WITHOUT ROWID;
CREATE TRIGGER unit_origin_delete BEFORE DELETE ON unit_origin
WHEN old.id <= (SELECT unit_origin_mark FROM write ORDER BY id DESC LIMIT 1)
BEGIN
  INSERT OR IGNORE INTO unit_origin_before
    VALUES((SELECT max(id) FROM write), old.id, old.unit_id, old.origin_id, old.position);
END;

DROP TABLE token;
DROP TABLE sequence;
DROP TABLE fresh;
DROP TABLE run;
DROP TABLE posting;
CREATE TABLE token(
  text TEXT PRIMARY KEY,
  id INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE sequence(
  unit_id INTEGER PRIMARY KEY,
  arabic BLOB NOT NULL,
  english BLOB NOT NULL
);
CREATE TABLE fresh(
  unit_id INTEGER PRIMARY KEY
);
CREATE TABLE run(
  id INTEGER PRIMARY KEY,
  units INTEGER NOT NULL,
  first_unit INTEGER NOT NULL,
  arabic_lengths BLOB NOT NULL,
  english_lengths BLOB NOT NULL
);
CREATE TABLE run_units(
  id INTEGER PRIMARY KEY,
  units BLOB NOT NULL
);
CREATE TABLE posting(
  id INTEGER PRIMARY KEY,
  entries BLOB NOT NULL
);
DELETE FROM setting WHERE name = 'next-token';

ALTER TABLE concept ADD COLUMN customer TEXT NOT NULL DEFAULT '';
ALTER TABLE concept ADD COLUMN project TEXT NOT NULL DEFAULT '';
ALTER TABLE concept ADD COLUMN note TEXT NOT NULL DEFAULT '';
ALTER TABLE concept ADD COLUMN extras TEXT NOT NULL DEFAULT '';
ALTER TABLE concept ADD COLUMN created_by TEXT NOT NULL DEFAULT '';
ALTER TABLE concept ADD COLUMN changed_by TEXT NOT NULL DEFAULT '';
ALTER TABLE term ADD COLUMN part_of_speech TEXT NOT NULL DEFAULT '';
ALTER TABLE term ADD COLUMN number TEXT NOT NULL DEFAULT '';
ALTER TABLE term ADD COLUMN gender TEXT NOT NULL DEFAULT '';
ALTER TABLE term ADD COLUMN forms TEXT NOT NULL DEFAULT '';
ALTER TABLE term ADD COLUMN case_sensitive INTEGER NOT NULL DEFAULT 0;
ALTER TABLE term ADD COLUMN do_not_translate INTEGER NOT NULL DEFAULT 0;
ALTER TABLE term ADD COLUMN region TEXT NOT NULL DEFAULT '';
ALTER TABLE term ADD COLUMN extras TEXT NOT NULL DEFAULT '';
ALTER TABLE term ADD COLUMN created_by TEXT NOT NULL DEFAULT '';
ALTER TABLE term ADD COLUMN changed_by TEXT NOT NULL DEFAULT '';
ALTER TABLE term ADD COLUMN lookup_key TEXT NOT NULL DEFAULT '';
CREATE INDEX term_by_key ON term(lookup_key);
ALTER TABLE concept_before ADD COLUMN customer TEXT;
ALTER TABLE concept_before ADD COLUMN project TEXT;
ALTER TABLE concept_before ADD COLUMN note TEXT;
ALTER TABLE concept_before ADD COLUMN extras TEXT;
ALTER TABLE concept_before ADD COLUMN created_by TEXT;
ALTER TABLE concept_before ADD COLUMN changed_by TEXT;
ALTER TABLE term_before ADD COLUMN part_of_speech TEXT;
ALTER TABLE term_before ADD COLUMN number TEXT;
ALTER TABLE term_before ADD COLUMN gender TEXT;
ALTER TABLE term_before ADD COLUMN forms TEXT;
ALTER TABLE term_before ADD COLUMN case_sensitive INTEGER;
ALTER TABLE term_before ADD COLUMN do_not_translate INTEGER;
ALTER TABLE term_before ADD COLUMN region TEXT;
ALTER TABLE term_before ADD COLUMN extras TEXT;
ALTER TABLE term_before ADD COLUMN created_by TEXT;
ALTER TABLE term_before ADD COLUMN changed_by TEXT;
ALTER TABLE term_before ADD COLUMN lookup_key TEXT;
DROP TRIGGER concept_update;
CREATE TRIGGER concept_update BEFORE UPDATE ON concept
WHEN old.id <= (SELECT concept_mark FROM write ORDER BY id DESC LIMIT 1)
  AND NOT EXISTS(SELECT 1 FROM concept_before WHERE write_id = (SELECT max(id) FROM write) AND id = old.id)
BEGIN
  INSERT INTO concept_before VALUES((SELECT max(id) FROM write), old.id,
    old.subject, old.definition, old.source, old.created, old.changed, old.customer, old.project,
    old.note, old.extras, old.created_by, old.changed_by);
END;
DROP TRIGGER concept_delete;
CREATE TRIGGER concept_delete BEFORE DELETE ON concept
WHEN old.id <= (SELECT concept_mark FROM write ORDER BY id DESC LIMIT 1)
  AND NOT EXISTS(SELECT 1 FROM concept_before WHERE write_id = (SELECT max(id) FROM write) AND id = old.id)
BEGIN
  INSERT INTO concept_before VALUES((SELECT max(id) FROM write), old.id,
    old.subject, old.definition, old.source, old.created, old.changed, old.customer, old.project,
    old.note, old.extras, old.created_by, old.changed_by);
END;
DROP TRIGGER term_update;
CREATE TRIGGER term_update BEFORE UPDATE ON term
WHEN old.id <= (SELECT term_mark FROM write ORDER BY id DESC LIMIT 1)
  AND NOT EXISTS(SELECT 1 FROM term_before WHERE write_id = (SELECT max(id) FROM write) AND id = old.id)
BEGIN
  INSERT INTO term_before VALUES((SELECT max(id) FROM write), old.id,
    old.concept_id, old.language, old.text, old.status, old.note, old.created, old.changed,
    old.part_of_speech, old.number, old.gender, old.forms, old.case_sensitive,
    old.do_not_translate, old.region, old.extras, old.created_by, old.changed_by,
    old.lookup_key);
END;
DROP TRIGGER term_delete;
CREATE TRIGGER term_delete BEFORE DELETE ON term
WHEN old.id <= (SELECT term_mark FROM write ORDER BY id DESC LIMIT 1)
  AND NOT EXISTS(SELECT 1 FROM term_before WHERE write_id = (SELECT max(id) FROM write) AND id = old.id)
BEGIN
  INSERT INTO term_before VALUES((SELECT max(id) FROM write), old.id,
    old.concept_id, old.language, old.text, old.status, old.note, old.created, old.changed,
    old.part_of_speech, old.number, old.gender, old.forms, old.case_sensitive,
    old.do_not_translate, old.region, old.extras, old.created_by, old.changed_by,
    old.lookup_key);
END;
)sql";

constexpr std::array<const char*, 3> kMigrations = {kVersion1, kVersion2, kVersion3};

}  // namespace

std::span<const char* const> migrations() { return kMigrations; }

}  // namespace mizan
