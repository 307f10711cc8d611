// SPDX-License-Identifier: Apache-2.0
// Checks what is typed into the form that makes a product again, by having it planned without running it. The form
// works without.
'use strict';

(() => {
    const form = document.querySelector('form.remake-form');
    if (!form) {
        return;
    }
    const PAUSE = 350;
    const said = form.querySelector('output');
    const button = form.querySelector('button[type="submit"]');
    const fields = [...form.querySelectorAll('[data-was]')];
    const token = form.elements.TOKEN;
    const accept = form.elements.ACCEPTCHANGEDINPUTS;
    const CHANGED = ['reprocess-input-changed', 'reprocess-input-accepted', 'reprocess-calibration-changed', 'reprocess-calibration-moved'];
    const errorOf = field => document.getElementById(`${field.id}-error`);
    let asking = null;
    let timer = 0;

    const changed = () => fields.filter(field => field.value !== field.dataset.was);

    /** Says what is wrong with a field; nothing is wrong with the empty text. */
    const mark = (field, message) => {
        const place = errorOf(field);
        if (place.textContent !== message) {
            place.textContent = message;
        }
        if (message) {
            field.setAttribute('aria-invalid', 'true');
        } else {
            field.removeAttribute('aria-invalid');
        }
        if (field !== token) {
            field.closest('.field').classList.toggle('changed', field.value !== field.dataset.was);
        }
    };

    const sentence = text => text + (/[.!?]$/.test(text) ? '' : '.');

    /** By the number of the edit; what a step says of its arguments begins with the name of one. */
    const fieldOf = (edited, where, message) => {
        const edit = /^\/edits\/(\d+)\//.exec(where);
        const step = /^\/steps\/(\d+)/.exec(where);
        const name = /^([\w-]+): /.exec(message);
        return edit ? edited[Number(edit[1])]
            : step && name ? fields.find(field => field.dataset.argument === `${step[1]} ${name[1]}`) : undefined;
    };

    /** What is said of inputs that are others now, with the box by which they are taken all the same. */
    const showChanged = findings => {
        const box = accept.closest('.accept');
        box.querySelector('.error').textContent = findings.map(({message}) => sentence(message)).join(' ');
        box.hidden = !findings.length && !accept.checked;
    };

    /** Findings at the fields of the edits they are about; what is about no field is said below. */
    const show = (edited, findings) => {
        const messages = new Map();
        const others = [];
        showChanged(findings.filter(({code}) => CHANGED.includes(code)));
        findings.filter(({code}) => !CHANGED.includes(code)).forEach(({where, message}) => {
            const field = fieldOf(edited, where, message);
            if (field) {
                messages.set(field, [...(messages.get(field) ?? []), sentence(message)]);
            } else {
                others.push(sentence(message));
            }
        });
        fields.forEach(field => mark(field, (messages.get(field) ?? []).join(' ')));
        return others;
    };

    const values = count => count === 0 ? 'Nothing is changed' : count === 1 ? '1 value is changed' : `${count} values are changed`;

    const check = async () => {
        asking?.abort();
        asking = new AbortController();
        const edited = changed();
        if (token && !token.value) {
            said.textContent = `${values(edited.length)}; with your token, what you choose is checked here.`;
            return;
        }
        const request = {
            id: form.elements.ID.value,
            edits: edited.map(field => ({address: field.name, value: field.value})),
            dryRun: true,
            acceptChangedInputs: accept.checked,
        };
        let answer;
        let found;
        try {
            answer = await fetch(form.action, {
                method: 'POST',
                headers: {
                    'Content-Type': 'application/json',
                    Accept: 'application/json',
                    ...(token && {Authorization: `Bearer ${token.value}`}),
                },
                body: JSON.stringify(request),
                signal: asking.signal,
            });
            found = await answer.json();
        } catch (failure) {
            if (failure.name !== 'AbortError') {
                show(edited, []);
                said.textContent = '';
            }
            return;
        }
        const others = show(edited, found.findings ?? []);
        if (token) {
            const closed = answer.status === 401 || answer.status === 403;
            mark(token, closed ? 'This token does not open this archive, or does not let its owner have something run.' : '');
            if (closed) {
                said.textContent = '';
                delete form.dataset.checked;
                return;
            }
        }
        if (answer.ok) {
            said.textContent = [`${values(edited.length)}; this can be run.`, ...others].join(' ');
            if (found.earlier) {
                const link = document.createElement('a');
                link.href = found.earlier;
                link.textContent = 'It was made like this before';
                said.append(' ', link, '.');
            }
        } else {
            const wrong = fields.filter(field => field.getAttribute('aria-invalid')).length;
            const all = wrong ? [`${wrong === 1 ? 'One value' : `${wrong} values`} can’t be used.`, ...others] : others;
            const conflict = answer.status === 409 ? 'What it was made from has changed: see above.' : '';
            said.textContent = all.join(' ') || conflict || sentence(found.message ?? 'this can’t be run');
        }
        form.dataset.checked = String(answer.ok);
    };

    const later = () => {
        delete form.dataset.checked;
        clearTimeout(timer);
        timer = setTimeout(check, PAUSE);
    };
    form.addEventListener('input', event => {
        if (event.target === token) {
            mark(token, '');
        } else {
            later();
        }
    });
    // Not while it is typed: each part of it would be taken for a wrong one.
    token?.addEventListener('change', later);
    form.addEventListener('reset', () => setTimeout(later));
    form.addEventListener('submit', event => {
        clearTimeout(timer);
        asking?.abort();
        const wrong = [...fields, ...(token ? [token] : [])].find(field => field.getAttribute('aria-invalid'));
        if (wrong) {
            event.preventDefault();
            wrong.focus();
            return;
        }
        button.disabled = true;
        // Only what is changed is sent; without scripts all is, which means the same.
        fields.filter(field => field.value === field.dataset.was).forEach(field => { field.disabled = true; });
    });
    // Going back to this page finds the form as it was left.
    window.addEventListener('pageshow', () => {
        [button, ...fields].forEach(control => { control.disabled = false; });
        if (changed().length) {
            later();
        }
    });
})();
