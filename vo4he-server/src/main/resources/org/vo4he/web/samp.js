// SPDX-License-Identifier: Apache-2.0
// Sends addresses to programs on the visitor's own computer, when asked to: SAMP 1.3, section 5 (web profile). Nothing is
// asked of the hub before a button is pressed, and the page is registered with it for that one message only.
'use strict';

(() => {
    const HUB = 'http://localhost:21012/';
    const NO_HUB = 'No SAMP hub answers on this computer. Start TOPCAT, Aladin or another program that has one, and try again.';

    class Refused extends Error {}

    const text = value => String(value).replace(/[&<>]/g, letter => ({'&': '&amp;', '<': '&lt;', '>': '&gt;'})[letter]);

    /** A text or a map of such, as XML-RPC writes it. */
    const written = value => typeof value === 'string'
        ? `<value><string>${text(value)}</string></value>`
        : `<value><struct>${Object.entries(value).map(([name, each]) =>
            `<member><name>${text(name)}</name>${written(each)}</member>`).join('')}</struct></value>`;

    const member = (answer, name) => [...answer.querySelectorAll('member')]
        .find(each => each.querySelector('name')?.textContent.trim() === name)?.querySelector('value')?.textContent.trim();

    const call = async (method, ...parameters) => {
        const response = await fetch(HUB, {
            method: 'POST',
            headers: {'Content-Type': 'text/xml'},
            body: `<?xml version="1.0"?><methodCall><methodName>samp.webhub.${method}</methodName><params>`
                + parameters.map(each => `<param>${written(each)}</param>`).join('') + '</params></methodCall>',
        });
        const answer = new DOMParser().parseFromString(await response.text(), 'text/xml');
        if (!response.ok || !answer.querySelector('methodResponse') || answer.querySelector('fault')) {
            throw new Refused(member(answer, 'faultString') ?? `status ${response.status}`);
        }
        return answer;
    };

    /** The parameters that the message of this type has. */
    const message = ({mtype, url, name, identifier, format}) => {
        const identified = {
            'table.load.fits': {'table-id': identifier},
            'table.load.votable': {'table-id': identifier},
            'image.load.fits': {'image-id': identifier},
            'spectrum.load.ssa-generic': {
                'spectrum-id': identifier, meta: {'Access.Reference': url, 'Access.Format': format}},
        };
        return {'samp.mtype': mtype, 'samp.params': {url, name, ...identified[mtype]}};
    };

    /** How many programs it was sent to. */
    const send = async (archive, what) => {
        const key = member(await call('register', {'samp.name': archive}), 'samp.private-key');
        try {
            const answer = await call('notifyAll', key, message(what));
            return answer.querySelectorAll('array > data > value').length;
        } finally {
            await call('unregister', key);
        }
    };

    const sentence = count => count === 0 ? 'The hub is there, but no program connected to it takes this.'
        : `Sent to ${count} ${count === 1 ? 'program' : 'programs'}.`;

    document.querySelectorAll('button.samp').forEach(button => {
        const said = document.getElementById(button.getAttribute('aria-describedby'));
        button.hidden = false;
        button.addEventListener('click', async () => {
            said.textContent = 'Asking the hub; it may ask you to agree …';
            button.disabled = true;
            try {
                said.textContent = sentence(await send(button.dataset.archive, button.dataset));
            } catch (failure) {
                said.textContent = failure instanceof Refused ? `The SAMP hub refused: ${failure.message}` : NO_HUB;
            }
            button.disabled = false;
            button.focus();
        });
    });
})();
