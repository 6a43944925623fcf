
'use strict';
const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const findings = all('.finding');
const marks = all('mark').map(mark => ({mark, of: mark.dataset.f.split(' ')}));
const boxes = all('#filter input[data-kind]');
const only = document.getElementById('only');
const shown = document.getElementById('shown');

function filter() {
  const off = {severity: new Set(), rule: new Set()};
  for (const box of boxes) if (!box.checked) off[box.dataset.kind].add(box.value);
  const visible = new Set();
  for (const finding of findings) {
    finding.hidden = off.severity.has(finding.dataset.severity) || off.rule.has(finding.dataset.rule);
    if (!finding.hidden) visible.add(finding.id.slice(1));
  }
  for (const {mark, of} of marks) mark.classList.toggle('off', !of.some(f => visible.has(f)));
  for (const bead of all('.bead')) {
    bead.hidden = only.checked && !all('.finding', bead).some(finding => !finding.hidden);
  }
  shown.textContent = visible.size + ' of ' + findings.length + ' findings shown.';
}

// The words of a finding on both sides, its card, and its band in the picture.
function light(ids) {
  for (const lit of all('.on')) lit.classList.remove('on');
  for (const id of ids) {
    const finding = document.getElementById('x' + id);
    if (finding.hidden) continue;
    finding.classList.add('on');
    for (const {mark, of} of marks) if (of.includes(id)) mark.classList.add('on');
    const band = document.querySelector('.picture a[href="#' + finding.closest('.bead').id + '"]');
    if (band) band.classList.add('on');
  }
}

function idsOf(target) {
  const mark = target.closest('mark');
  if (mark) return mark.dataset.f.split(' ');
  const finding = target.closest('.finding');
  return finding ? [finding.id.slice(1)] : [];
}

function lit(event) {
  const ids = idsOf(event.target);
  light(ids.length ? ids : idsOf(document.activeElement));
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
document.addEventListener('mouseover', lit);
document.addEventListener('focusin', event => light(idsOf(event.target)));
document.addEventListener('click', event => {
  const mark = event.target.closest('mark:not(.off)');
  if (!mark) return;
  const id = idsOf(mark).find(f => !document.getElementById('x' + f).hidden);
  if (id) document.getElementById('x' + id).focus();
});
document.addEventListener('keydown', event => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const severity = {e: 'error', w: 'warning', i: 'info'}[event.key];
  if (event.key === 'j') step(1);
  else if (event.key === 'k') step(-1);
  else if (event.key === 'o') toggle(only);
  else if (severity) toggle(boxes.find(box => box.value === severity));
});
filter();
