// SPDX-License-Identifier: Apache-2.0
// Ticks all products of a page at once, counts what is ticked, and copies queries. The page works the same without it.
'use strict';

(() => {
    const copyButton = block => {
        const button = document.createElement('button');
        button.type = 'button';
        button.textContent = 'Copy';
        button.setAttribute('aria-label', `Copy ${block.dataset.name}`);
        button.addEventListener('click', async () => {
            const text = block.querySelector('code').textContent;
            try {
                await navigator.clipboard.writeText(text);
                button.textContent = 'Copied';
            } catch (refused) {
                // Without the right to copy, the text is marked for the keyboard.
                getSelection().selectAllChildren(block.querySelector('code'));
                button.textContent = 'Selected';
            }
            setTimeout(() => { button.textContent = 'Copy'; }, 2000);
        });
        block.append(button);
    };
    document.querySelectorAll('pre.copyable').forEach(copyButton);

    const form = document.querySelector('form.selection');
    if (!form) {
        return;
    }
    const boxes = [...form.querySelectorAll('input[name="ID"]')];
    const download = form.querySelector('button:not([name])');
    const label = download.textContent;
    const everyone = document.createElement('label');
    const all = document.createElement('input');
    all.type = 'checkbox';
    everyone.className = 'everyone';
    everyone.append(all, 'All on this page');
    form.querySelector('.selection-actions').prepend(everyone);

    const count = () => {
        const ticked = boxes.filter(box => box.checked).length;
        download.disabled = ticked === 0;
        download.textContent = ticked ? `${label} (${ticked})` : label;
        all.checked = ticked === boxes.length;
        all.indeterminate = ticked > 0 && ticked < boxes.length;
    };
    all.addEventListener('change', () => {
        boxes.forEach(box => { box.checked = all.checked; });
        count();
    });
    boxes.forEach(box => box.addEventListener('change', count));
    window.addEventListener('pageshow', count);
    count();
})();
