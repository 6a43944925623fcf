#include "tm/memory/posting_list.h"

namespace mizan {

std::string encode_postings(std::span<const std::uint32_t> documents) {
  std::string table;
  std::string blocks;
  std::uint64_t previous = 0;
  std::uint64_t table_last = 0;
  std::size_t block_begin = 0;
  for (std::size_t i = 0; i < documents.size(); ++i) {
    if (i > 0 && i % kPostingBlock == 0) {
      append_varint(table, previous - table_last);
      append_varint(table, blocks.size() - block_begin);
      table_last = previous;
      block_begin = blocks.size();
    }
    const std::uint64_t number = std::uint64_t{documents[i]} + 1;
    append_varint(blocks, number - previous - 1);
    previous = number;
  }
  std::string bytes;
  append_varint(bytes, documents.size());
  return bytes + table + blocks;
}

}  // namespace mizan
