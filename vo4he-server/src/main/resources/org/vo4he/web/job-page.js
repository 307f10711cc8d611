// SPDX-License-Identifier: Apache-2.0
'use strict';

// The page of a running job follows it; when the job is over, the page is loaded anew.
(() => {
    const job = document.querySelector('.job');
    if (!job || job.dataset.over === 'true') {
        return;
    }
    const bar = job.querySelector('.job-progress');
    const words = job.querySelector('.job-words');
    const log = document.querySelector('.job-log');
    const made = document.querySelector('.job-made');
    const PAUSE = 1500;
    let sizes = '';
    let looked = 0;

    /** Pictures of what is being written, as the page of this moment has them. */
    const showFiles = async results => {
        const now = results.map(({name, bytes}) => `${name} ${bytes}`).join('\n');
        if (now === sizes || Date.now() - looked < PAUSE) {
            return;
        }
        [sizes, looked] = [now, Date.now()];
        try {
            const response = await fetch(location.href, {headers: {Accept: 'text/html'}});
            const page = new DOMParser().parseFromString(await response.text(), 'text/html');
            const fresh = page.querySelector('.job-made');
            if (fresh) {
                // Imported: a picture that is adopted keeps the source that was right without a window.
                made.replaceChildren(...document.importNode(fresh, true).childNodes);
            }
        } catch {
            // The next event tells more.
        }
    };

    const events = new EventSource(job.dataset.events);

    events.addEventListener('status', (event) => {
        const status = JSON.parse(event.data);
        if (status.phase !== job.dataset.phase || (status.step > 0 && !bar)) {
            events.close();
            location.reload();
            return;
        }
        if (status.step > 0) {
            // Not every program tells how far it is: the bar has no value then.
            const told = status.progress > 0 ? `, ${Math.round(100 * status.progress)} %` : '';
            words.textContent = `Step ${status.step} of ${status.steps}: ${status.stepName}${told}`;
            if (status.progress > 0) {
                bar.value = status.progress;
            }
        }
        showFiles(status.results);
        const below = log.scrollTop + log.clientHeight >= log.scrollHeight - 4;
        log.textContent = status.log.join('\n');
        if (below) {
            log.scrollTop = log.scrollHeight;
        }
    });
    events.addEventListener('end', () => {
        events.close();
        location.reload();
    });
})();
