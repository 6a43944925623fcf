
'use strict';
const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const number = finding => finding.id.slice(1);
const findings = all('.finding');
const marks = all('mark').map(mark => ({mark, of: mark.dataset.f.split(' ')}));
const marksOf = new Map();
for (const {mark, of} of marks) {
  for (const id of of) marksOf.set(id, [...(marksOf.get(id) || []), mark]);
}
const beads = all('.bead').map(bead => ({bead, findings: all('.finding', bead)}));
const boxes = all('#filter input[data-kind]');
const ruleBoxes = boxes.filter(box => box.dataset.kind === 'rule');
const rules = document.getElementById('rules');
const only = document.getElementById('only');
const shown = document.getElementById('shown');
let lit = [];

function filter() {
  const off = {severity: new Set(), rule: new Set()};
  for (const box of boxes) if (!box.checked) off[box.dataset.kind].add(box.value);
  const visible = new Set();
  for (const finding of findings) {
    finding.hidden = off.severity.has(finding.dataset.severity) || off.rule.has(finding.dataset.rule);
    if (!finding.hidden) visible.add(number(finding));
  }
  for (const {mark, of} of marks) mark.classList.toggle('off', !of.some(id => visible.has(id)));
  for (const {bead, findings: own} of beads) {
    bead.hidden = only.checked && own.every(finding => finding.hidden);
  }
  shown.textContent = visible.size + ' of ' + findings.length + ' findings shown.';
  rules.textContent = ruleBoxes.every(box => box.checked) ? 'none' : 'all';
}

// The words of a finding on both sides, its card, and its band in the picture.
function light(ids) {
  for (const element of lit) element.classList.remove('on');
  lit = [];
  for (const id of ids) {
    const finding = document.getElementById('x' + id);
    if (finding.hidden) continue;
    const band = document.querySelector('.picture a[href="#' + finding.closest('.bead').id + '"]');
    lit.push(finding, ...(marksOf.get(id) || []), ...(band ? [band] : []));
  }
  for (const element of lit) element.classList.add('on');
}

function idsOf(target) {
  const mark = target.closest('mark');
  if (mark) return mark.dataset.f.split(' ');
  const finding = target.closest('.finding');
  return finding ? [number(finding)] : [];
}

function step(by) {
  const open = findings.filter(finding => !finding.hidden);
  if (open.length === 0) return;
  const at = open.indexOf(document.activeElement);
  const next = at < 0 ? (by > 0 ? 0 : open.length - 1) : (at + by + open.length) % open.length;
  open[next].focus({preventScroll: true});
  open[next].closest('.bead').scrollIntoView({block: 'center'});
}

function toggle(box) {
  if (!box) return;
  box.checked = !box.checked;
  filter();
}

document.getElementById('filter').addEventListener('change', filter);
document.getElementById('filter').addEventListener('submit', event => event.preventDefault());
rules.addEventListener('click', () => {
  const checked = !ruleBoxes.every(box => box.checked);
  for (const box of ruleBoxes) box.checked = checked;
  filter();
});
document.addEventListener('mouseover', event => {
  const ids = idsOf(event.target);
  light(ids.length ? ids : idsOf(document.activeElement));
});
document.addEventListener('focusin', event => light(idsOf(event.target)));
document.addEventListener('click', event => {
  const mark = event.target.closest('mark:not(.off)');
  if (!mark) return;
  const id = idsOf(mark).find(id => !document.getElementById('x' + id).hidden);
  if (id) document.getElementById('x' + id).focus();
});
document.addEventListener('keydown', event => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const onFinding = document.activeElement.classList.contains('finding');
  const severity = {e: 'error', w: 'warning', i: 'info'}[event.key];
  if (event.key === 'j' || (onFinding && event.key === 'ArrowDown')) step(1);
  else if (event.key === 'k' || (onFinding && event.key === 'ArrowUp')) step(-1);
  else if (event.key === 'o') toggle(only);
  else if (severity) toggle(boxes.find(box => box.value === severity));
  else return;
  event.preventDefault();
});
filter();
