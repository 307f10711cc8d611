// SPDX-License-Identifier: Apache-2.0
// Finds header cards while one types, and copies what is there to be copied. The page works without.
'use strict';

(() => {
    const section = document.querySelector('.header-cards[data-searchable="all"]');
    const field = section?.querySelector('#card');
    if (field && !new URLSearchParams(location.search).get('card')) {
        const found = section.querySelector('#cards-found');
        const opened = new Map([...section.querySelectorAll('details')].map(each => [each, each.open]));
        const rows = [...section.querySelectorAll('.cards tbody tr')]
            .map(row => ({row, text: [...row.cells].map(cell => cell.textContent).join(' ').toLowerCase()}));
        const find = () => {
            const wanted = field.value.trim().toLowerCase();
            let count = 0;
            rows.forEach(({row, text}) => {
                row.hidden = !text.includes(wanted);
                count += row.hidden ? 0 : 1;
            });
            opened.forEach((open, details) => {
                const any = details.querySelector('tbody tr:not([hidden])') !== null;
                details.hidden = !any;
                details.open = wanted ? any : open;
            });
            found.textContent = wanted ? `${count} ${count === 1 ? 'card' : 'cards'}` : '';
        };
        field.addEventListener('input', find);
        section.querySelector('form').addEventListener('submit', event => {
            event.preventDefault();
            find();
        });
    }

    document.querySelectorAll('pre.copyable').forEach(text => {
        if (!navigator.clipboard) {
            return;
        }
        const button = document.createElement('button');
        button.type = 'button';
        button.className = 'copy-button';
        button.textContent = 'Copy';
        button.addEventListener('click', async () => {
            await navigator.clipboard.writeText(text.textContent);
            button.textContent = 'Copied';
            setTimeout(() => button.textContent = 'Copy', 2000);
        });
        text.before(button);
    });
})();
