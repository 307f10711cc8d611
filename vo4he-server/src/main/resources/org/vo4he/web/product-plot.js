// SPDX-License-Identifier: Apache-2.0
// Answers the links around the plot of a product in place. Pictures are replaced by what the page behind the link shows;
// curves are drawn from their numbers, to be zoomed and read. Without this script the same links load the page anew.
'use strict';

(() => {
    const SUPERSCRIPT = {'-': '⁻', '0': '⁰', '1': '¹', '2': '²', '3': '³', '4': '⁴', '5': '⁵', '6': '⁶', '7': '⁷', '8': '⁸', '9': '⁹'};
    const superscript = digits => [...String(digits)].map(digit => SUPERSCRIPT[digit] ?? digit).join('');

    /** `count.s**-1` as people write it. */
    const unitText = unit => unit.replace(/\*\*\(?(-?\d+)\)?/g, (_, power) => superscript(power)).replaceAll('.', '\u202f')
        .replace(/\bAngstrom\b/g, 'Å');

    /** A number with at most so many digits that mean something. */
    const numberText = (value, digits = 4) => {
        if (!Number.isFinite(value)) {
            return '–';
        }
        const size = Math.abs(value);
        if (size !== 0 && (size < 1e-3 || size >= 1e6)) {
            const [mantissa, exponent] = value.toExponential(digits - 1).split('e');
            const short = String(Number(mantissa));
            return (short === '1' ? '' : short + '\u2009×\u2009') + '10' + superscript(Number(exponent));
        }
        return String(Number(value.toPrecision(digits)));
    };

    /** Numbers of a usual length between two ends of any magnitude: at most about so many, 1, 2 or 5 times a power of ten apart. */
    const evenPlaces = (low, high, most) => {
        const rough = (high - low) / most;
        const power = Math.floor(Math.log10(rough));
        const step = [1, 2, 5, 10].map(times => Number(`${times}e${power}`)).find(each => each >= rough * 0.999);
        const digits = Math.max(1, Math.min(15, Math.floor(Math.log10(Math.max(Math.abs(low), Math.abs(high)) / step)) + 2));
        const places = [];
        for (let i = Math.ceil(low / step); i <= Math.floor(high / step); i++) {
            places.push(Number((i * step).toPrecision(15)));
        }
        return {places, digits};
    };

    /** Where a logarithmic axis has numbers: in each decade as many as there is room for, in a part of one evenly. */
    const decades = (low, high, most) => {
        const span = Math.log10(high / low);
        const every = Math.max(1, Math.ceil(span / most));
        for (const times of [[1, 2, 3, 4, 5, 6, 7, 8, 9], [1, 2, 5], [1, 3], [1]]) {
            const places = [];
            for (let power = Math.floor(Math.log10(low)); power <= Math.log10(high); power++) {
                if (power % every === 0) {
                    places.push(...times.map(each => Number(`${each}e${power}`)).filter(place => place >= low && place <= high));
                }
            }
            if (places.length <= most && places.length > 2) {
                return {places, digits: 4};
            }
        }
        return evenPlaces(low, high, most);
    };

    /** The page behind a link, as far as pictures go; the focus stays on the same control. */
    const replacePictures = async (section, url, focused) => {
        const response = await fetch(url, {headers: {Accept: 'text/html'}});
        const page = new DOMParser().parseFromString(await response.text(), 'text/html');
        const fresh = page.querySelector('section.pictures');
        if (!response.ok || !fresh) {
            location.assign(url);
            return;
        }
        const before = section.querySelector('.plot-area img');
        const after = fresh.querySelector('.plot-area img');
        if (before && after) {
            await loaded(after, window.innerWidth);
        }
        section.replaceWith(document.adoptNode(fresh));
        history.replaceState(null, '', url);
        begin(fresh);
        if (focused) {
            fresh.querySelector(focused)?.focus({preventScroll: true});
        }
    };

    /** Waits a moment for the picture, so that nothing flickers. */
    const loaded = image => {
        const chosen = [...image.parentElement.querySelectorAll('source')].find(source => matchMedia(source.media).matches);
        const loading = new Image();
        loading.src = chosen?.srcset ?? image.src;
        return Promise.race([loading.decode().catch(() => {}), new Promise(done => setTimeout(done, 3000))]);
    };

    const selectorOf = link => ['plot', 'choice', 'tool']
        .filter(name => link.dataset[name])
        .map(name => `a[data-${name}="${link.dataset[name]}"]` + (link.dataset.word ? `[data-word="${link.dataset.word}"]` : ''))[0];

    const begin = section => {
        const figure = section.querySelector('figure.plot');
        const live = figure?.dataset.curve && window.uPlot ? new Curves(figure) : null;
        section.addEventListener('click', event => {
            const link = event.target.closest('a[data-plot], a[data-choice], a[data-tool]');
            if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button !== 0) {
                return;
            }
            event.preventDefault();
            if (!live?.answers(link)) {
                live?.close();
                replacePictures(section, link.href, selectorOf(link));
            }
        });
    };

    /** One plot of curves or points with errors, drawn from `/previews/….json`. */
    class Curves {
        constructor(figure) {
            this.figure = figure;
            this.area = figure.querySelector('.plot-area');
            this.address = new URL(figure.dataset.curve, location.href);
            this.scale = {x: null, y: null};
            this.ready = false;
            this.resized = new ResizeObserver(() => this.ready && this.plot.setSize(this.size()));
            this.darkness = matchMedia('(prefers-color-scheme: dark)');
            this.recoloured = () => this.ready && this.draw();
            this.darkness.addEventListener('change', this.recoloured);
            this.load();
        }

        close() {
            this.ready = false;
            this.resized.disconnect();
            this.darkness.removeEventListener('change', this.recoloured);
            this.plot?.destroy();
        }

        async load() {
            try {
                const response = await fetch(this.address);
                if (!response.ok) {
                    return;
                }
                this.data = await response.json();
            } catch {
                return; // The picture stays.
            }
            this.columns = new Map(this.data.columns.map(column => [column.name, column.values]));
            this.series = this.data.series.map(series => ({
                label: series.label,
                style: series.style,
                x: this.columns.get(series.x),
                y: this.columns.get(series.y),
                low: this.columns.get(series.xLow),
                high: this.columns.get(series.xHigh),
                error: this.columns.get(series.yError),
                below: this.columns.get(series.yErrorBelow ?? series.yError),
                unit: this.data.columns.find(column => column.name === series.y).unit,
            }));
            this.scale = {x: this.data.x.scale, y: this.data.y.scale};
            this.all = {x: [this.data.x.min, this.data.x.max], y: [this.data.y.min, this.data.y.max]};
            this.view = {x: [...this.all.x], y: [...this.all.y]};
            this.box();
            this.draw();
        }

        /** The element that can be reached by keyboard, over the picture and of its size. */
        box() {
            if (this.canvas) {
                return;
            }
            this.canvas = document.createElement('div');
            this.canvas.className = 'plot-live';
            this.canvas.tabIndex = 0;
            this.canvas.setAttribute('role', 'application');
            this.canvas.setAttribute('aria-roledescription', 'interactive plot');
            this.canvas.setAttribute('aria-label', this.data.description);
            this.canvas.setAttribute('aria-describedby', 'plot-keys');
            this.canvas.addEventListener('keydown', event => this.key(event));
            this.readout = this.figure.querySelector('.plot-readout');
            this.area.append(this.canvas);
            this.figure.classList.add('is-live');
            this.resized.observe(this.area);
        }

        size() {
            return {width: this.area.clientWidth, height: this.area.clientHeight};
        }

        colours() {
            const style = getComputedStyle(this.figure);
            const colour = name => style.getPropertyValue(name).trim();
            return {
                ink: colour('--ink'),
                soft: colour('--soft'),
                grid: colour('--line'),
                series: ['--series-1', '--series-2', '--series-3', '--series-4'].map(colour),
                font: '13px ' + style.fontFamily,
            };
        }

        draw() {
            this.ready = false;
            this.plot?.destroy();
            const colours = this.colours();
            this.palette = colours.series;
            const places = [...new Set(this.series.flatMap(series => series.x))]
                .filter(Number.isFinite).sort((a, b) => a - b);
            this.places = places;
            this.plot = new uPlot({
                ...this.size(),
                padding: [this.series.length > 1 ? 36 : 14, 22, 46, () => this.leftMargin()],
                legend: {show: false},
                scales: {
                    x: {time: false, distr: this.scale.x === 'log' ? 3 : 1, range: () => this.view.x},
                    y: {distr: this.scale.y === 'log' ? 3 : 1, range: () => this.view.y},
                },
                axes: [{show: false}, {show: false}],
                series: [{}, {paths: () => null, points: {show: false}}],
                cursor: {
                    points: {show: false},
                    drag: {x: true, y: true, uni: 24, setScale: false},
                    bind: {dblclick: () => () => {
                        this.show(this.all);
                        return null;
                    }},
                },
                hooks: {
                    drawAxes: [plot => this.frame(plot, colours)],
                    draw: [plot => this.marks(plot, colours)],
                    setSelect: [plot => this.selected(plot)],
                    setCursor: [plot => this.pointed(plot)],
                },
            }, [places, places.map(() => null)], this.canvas);
            this.ready = true;
        }

        /** How wide words are in the picture. */
        wide(text) {
            this.ruler ??= document.createElement('canvas').getContext('2d');
            this.ruler.font = '13px ' + getComputedStyle(this.figure).fontFamily;
            return this.ruler.measureText(text).width;
        }

        /** The numbers along an axis, as many as have room in so many pixels. */
        ticks(axis, length) {
            const [low, high] = this.view[axis];
            const fits = ticks => {
                const room = length / Math.max(1, ticks.length);
                return axis === 'y' ? room >= 26 : ticks.every(({text}) => this.wide(text) + 14 <= room);
            };
            for (let most = Math.max(2, Math.floor(length / (axis === 'y' ? 36 : 56))); ; most--) {
                const {places, digits} = this.scale[axis] === 'log' ? decades(low, high, most) : evenPlaces(low, high, most);
                const ticks = places.map(place => ({place, text: numberText(place, digits)}));
                if (most <= 2 || fits(ticks)) {
                    return ticks;
                }
            }
        }

        /** Room for the longest number and the label beside it. */
        leftMargin() {
            const texts = this.ticks('y', this.area.clientHeight - 80).map(({text}) => this.wide(text));
            return Math.ceil(Math.max(34, ...texts) + 36);
        }

        frame(plot, colours) {
            const {ctx, bbox} = plot;
            const unit = devicePixelRatio;
            const [right, bottom] = [bbox.left + bbox.width, bbox.top + bbox.height];
            const ticks = {x: this.ticks('x', bbox.width / unit), y: this.ticks('y', this.area.clientHeight - 80)};
            const lines = (colour, of) => {
                ctx.strokeStyle = colour;
                ctx.beginPath();
                ticks.x.forEach(({place}) => of(Math.round(plot.valToPos(place, 'x', true)), null));
                ticks.y.forEach(({place}) => of(null, Math.round(plot.valToPos(place, 'y', true))));
                ctx.stroke();
            };
            const line = (...ends) => {
                ctx.moveTo(ends[0], ends[1]);
                ctx.lineTo(ends[2], ends[3]);
            };
            ctx.save();
            ctx.lineWidth = unit;
            lines(colours.grid, (x, y) => x === null ? line(bbox.left, y, right, y) : line(x, bbox.top, x, bottom));
            lines(colours.soft, (x, y) => x === null ? line(bbox.left - 6 * unit, y, bbox.left, y) : line(x, bottom, x, bottom + 6 * unit));
            ctx.strokeRect(bbox.left, bbox.top, bbox.width, bbox.height);
            ctx.fillStyle = colours.ink;
            ctx.font = `${13 * unit}px ${getComputedStyle(this.figure).fontFamily}`;
            ctx.textAlign = 'right';
            ctx.textBaseline = 'middle';
            ticks.y.forEach(({place, text}) => ctx.fillText(text, bbox.left - 9 * unit, plot.valToPos(place, 'y', true)));
            ctx.textAlign = 'center';
            ctx.textBaseline = 'top';
            ticks.x.forEach(({place, text}) => ctx.fillText(text, plot.valToPos(place, 'x', true), bottom + 9 * unit));
            const label = data => data.label + (data.unit ? ` (${unitText(data.unit)})` : '');
            ctx.textBaseline = 'bottom';
            ctx.fillText(label(this.data.x), bbox.left + bbox.width / 2, bottom + 44 * unit);
            ctx.translate(4 * unit, bbox.top + bbox.height / 2);
            ctx.rotate(-Math.PI / 2);
            ctx.textBaseline = 'top';
            ctx.fillText(label(this.data.y), 0, 0);
            ctx.restore();
            this.figure.dataset.xTicks = ticks.x.map(({text}) => text).join(' | ');
            this.figure.dataset.yTicks = ticks.y.map(({text}) => text).join(' | ');
        }

        marks(plot, colours) {
            const {ctx, bbox} = plot;
            ctx.save();
            ctx.beginPath();
            ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height);
            ctx.clip();
            // The first series lies on top.
            this.series.map((series, index) => [series, index]).reverse()
                .forEach(([series, index]) => this.curve(plot, series, colours.series[index % colours.series.length]));
            ctx.restore();
            this.legend(plot, colours);
        }

        curve(plot, series, colour) {
            const {ctx, bbox} = plot;
            const bottom = bbox.top + bbox.height + 50;
            const across = value => plot.valToPos(value, 'x', true);
            const up = value => this.scale.y === 'log' && !(value > 0) ? bottom : plot.valToPos(value, 'y', true);
            ctx.strokeStyle = colour;
            ctx.fillStyle = colour;
            ctx.lineWidth = 1.4 * devicePixelRatio;
            ctx.beginPath();
            let pen = false;
            for (let i = 0; i < series.x.length; i++) {
                const y = series.y[i];
                const place = series.x[i];
                if (y === null || place === null || (this.scale.y === 'log' && y <= 0 && ['steps', 'line', 'limits'].includes(series.style))) {
                    pen = false;
                    continue;
                }
                const x = across(place);
                const from = series.low?.[i] != null ? this.edge(across, series.low[i], bbox.left - 50) : x;
                const to = series.high?.[i] != null ? this.edge(across, series.high[i], bbox.left + bbox.width + 50) : x;
                if (series.style === 'line') {
                    pen ? ctx.lineTo(x, up(y)) : ctx.moveTo(x, up(y));
                } else if (series.style === 'steps') {
                    pen ? ctx.lineTo(from, up(y)) : ctx.moveTo(from, up(y));
                    ctx.lineTo(to, up(y));
                } else {
                    ctx.moveTo(from, up(y));
                    ctx.lineTo(to, up(y));
                    if (series.style === 'limits') {
                        const end = up(y) + 14 * devicePixelRatio;
                        const wing = 4 * devicePixelRatio;
                        ctx.moveTo(x, up(y));
                        ctx.lineTo(x, end);
                        ctx.moveTo(x - wing, end - wing);
                        ctx.lineTo(x, end);
                        ctx.lineTo(x + wing, end - wing);
                    } else if (from === to) {
                        ctx.rect(x - devicePixelRatio, up(y) - devicePixelRatio, 2 * devicePixelRatio, 2 * devicePixelRatio);
                    }
                }
                if (series.error?.[i] > 0) {
                    const moved = series.style !== 'points';
                    ctx.moveTo(x, up(y - (series.below[i] ?? 0)));
                    ctx.lineTo(x, up(y + series.error[i]));
                    if (moved) {
                        ctx.moveTo(series.style === 'steps' ? to : x, up(y));
                    }
                }
                pen = true;
            }
            ctx.stroke();
        }

        /** Bins may begin at 0, which has no place on a logarithmic axis. */
        edge(across, value, otherwise) {
            const place = this.scale.x === 'log' && !(value > 0) ? NaN : across(value);
            return Number.isFinite(place) ? place : otherwise;
        }

        /** Above the frame, where no data are. */
        legend(plot, colours) {
            if (this.series.length < 2) {
                return;
            }
            const {ctx, bbox} = plot;
            const unit = devicePixelRatio;
            ctx.save();
            ctx.font = `${13 * unit}px ${getComputedStyle(this.figure).fontFamily}`;
            ctx.textBaseline = 'middle';
            ctx.textAlign = 'left';
            const y = bbox.top - 14 * unit;
            let x = bbox.left;
            this.series.forEach((series, index) => {
                ctx.fillStyle = colours.series[index % colours.series.length];
                ctx.fillRect(x, y - unit, 18 * unit, 2 * unit);
                ctx.fillStyle = colours.ink;
                ctx.fillText(series.label, x + 24 * unit, y);
                x += 24 * unit + ctx.measureText(series.label).width + 20 * unit;
            });
            ctx.restore();
        }

        /** A rectangle was drawn with the mouse: it becomes the view. */
        selected(plot) {
            const {left, top, width, height} = plot.select;
            if (width < 4 && height < 4) {
                return;
            }
            const whole = {width: plot.bbox.width / devicePixelRatio, height: plot.bbox.height / devicePixelRatio};
            const view = {x: this.view.x, y: this.view.y};
            if (width >= 4 && width < whole.width - 1) {
                view.x = [plot.posToVal(left, 'x'), plot.posToVal(left + width, 'x')];
            }
            if (height >= 4 && height < whole.height - 1) {
                view.y = [plot.posToVal(top + height, 'y'), plot.posToVal(top, 'y')];
            } else {
                view.y = this.heightOf(view.x);
            }
            plot.setSelect({left: 0, top: 0, width: 0, height: 0}, false);
            this.show(view);
        }

        show(view) {
            // Between numbers that can hardly be told apart there are no places for ticks.
            if (!Object.values(view).every(([low, high]) => Number.isFinite(low) && Number.isFinite(high)
                && high - low > 1e-10 * Math.max(Math.abs(low), Math.abs(high)))) {
                return;
            }
            this.view = {x: [...view.x], y: [...view.y]};
            this.plot.batch(() => {
                this.plot.setScale('x', {min: view.x[0], max: view.x[1]});
                this.plot.setScale('y', {min: view.y[0], max: view.y[1]});
            });
            this.figure.dataset.view = [...view.x, ...view.y].map(value => Number(value.toPrecision(8))).join(' ');
            this.updateAddresses();
        }

        /** A part of an axis, zoomed around a place and moved, on its scale. */
        changed(axis, factor, part, around) {
            const log = this.scale[axis] === 'log';
            const to = log ? Math.log10 : value => value;
            const from = log ? value => 10 ** value : value => value;
            const [low, high] = this.view[axis].map(to);
            const centre = around === undefined ? (low + high) / 2 : to(around);
            const step = part * (high - low);
            return [from(centre + (low - centre) * factor + step), from(centre + (high - centre) * factor + step)];
        }

        change(factor, right, up) {
            const around = factor < 1 && this.at !== undefined ? this.places[this.at] : undefined;
            const inView = around !== undefined && around > this.view.x[0] && around < this.view.x[1];
            const x = this.changed('x', factor, right, inView ? around : undefined);
            this.show({x, y: up ? this.changed('y', 1, up) : this.heightOf(x)});
        }

        /** The range up in which all that is to be seen between two places lies; never more than that of the whole plot. */
        heightOf([from, to]) {
            if (from <= this.all.x[0] && to >= this.all.x[1]) {
                return [...this.all.y];
            }
            const log = this.scale.y === 'log';
            const values = [];
            for (const series of this.series) {
                for (let i = 0; i < series.x.length; i++) {
                    const [value, low, high] = [series.y[i], series.low?.[i] ?? series.x[i], series.high?.[i] ?? series.x[i]];
                    if (value === null || !(high >= from && low <= to)) {
                        continue;
                    }
                    const below = value - (series.below?.[i] ?? 0);
                    values.push(value, value + (series.error?.[i] ?? 0), log && below < value / 5 ? value : below);
                }
            }
            const [on, back] = log ? [Math.log10, value => 10 ** value] : [value => value, value => value];
            const drawn = values.filter(value => value >= this.all.y[0] && value <= this.all.y[1]).map(on);
            const [low, high] = drawn.reduce(([least, most], value) => [Math.min(least, value), Math.max(most, value)], [Infinity, -Infinity]);
            if (!(high > low)) {
                return [...this.view.y];
            }
            const room = 0.05 * (high - low);
            return [Math.max(this.all.y[0], back(low - room)), Math.min(this.all.y[1], back(high + room))];
        }

        tool(name) {
            switch (name) {
                case 'in': return this.change(0.5, 0, 0);
                case 'out': return this.change(2, 0, 0);
                case 'left': return this.change(1, -0.25, 0);
                case 'right': return this.change(1, 0.25, 0);
                case 'up': return this.change(1, 0, 0.25);
                case 'down': return this.change(1, 0, -0.25);
                default: return this.show(this.all);
            }
        }

        key(event) {
            if (!this.ready || event.ctrlKey || event.metaKey || event.altKey) {
                return;
            }
            const step = event.shiftKey;
            const deeds = {
                '+': () => this.tool('in'),
                '=': () => this.tool('in'),
                '-': () => this.tool('out'),
                '0': () => this.tool('all'),
                ArrowLeft: () => step ? this.tool('left') : this.read(-1),
                ArrowRight: () => step ? this.tool('right') : this.read(1),
                ArrowUp: () => this.tool('up'),
                ArrowDown: () => this.tool('down'),
                Home: () => this.read(-Infinity),
                End: () => this.read(Infinity),
                Escape: () => this.unread(),
            };
            if (deeds[event.key]) {
                event.preventDefault();
                this.readout.setAttribute('aria-live', 'polite');
                deeds[event.key]();
            }
        }

        /** Moves the cursor to another point, and brings that into view. */
        read(by) {
            const inView = this.places.map((_, index) => index)
                .filter(index => this.places[index] >= this.view.x[0] && this.places[index] <= this.view.x[1]);
            const first = inView[0] ?? 0;
            this.at = this.at === undefined && Number.isFinite(by) ? first : (this.at ?? first) + by;
            this.at = Math.max(0, Math.min(this.places.length - 1, this.at));
            const place = this.places[this.at];
            if (place < this.view.x[0] || place > this.view.x[1]) {
                this.show({x: this.changed('x', 1, place < this.view.x[0] ? -0.5 : 0.5), y: this.view.y});
            }
            this.plot.setCursor({left: this.plot.valToPos(place, 'x'), top: -10}, false);
            this.tell();
        }

        unread() {
            this.at = undefined;
            this.plot.setCursor({left: -10, top: -10}, false);
            this.readout.textContent = this.readout.dataset.hint;
        }

        pointed(plot) {
            if (!this.ready || plot.cursor.left == null || plot.cursor.left < 0) {
                return;
            }
            const value = plot.posToVal(plot.cursor.left, 'x');
            let nearest = 0;
            for (let i = 1; i < this.places.length; i++) {
                if (Math.abs(this.places[i] - value) < Math.abs(this.places[nearest] - value)) {
                    nearest = i;
                }
            }
            this.at = nearest;
            this.readout.setAttribute('aria-live', 'off');
            this.tell();
        }

        /** The values at the cursor, in words. */
        tell() {
            const place = this.places[this.at];
            const said = [`${this.data.x.label} ${numberText(place)} ${unitText(this.data.x.unit)}`.trim()];
            for (const series of this.series) {
                const i = series.x.indexOf(place);
                if (i < 0 || series.y[i] === null) {
                    continue;
                }
                const error = series.error?.[i] != null ? ` ± ${numberText(series.error[i], 2)}` : '';
                said.push(`${series.label} ${numberText(series.y[i])}${error} ${unitText(series.unit)}`.trim());
            }
            this.readout.textContent = said.join('; ');
        }

        /** A link of the controls was followed. */
        answers(link) {
            if (!this.ready) {
                return false;
            }
            if (link.dataset.tool) {
                this.tool(link.dataset.tool);
                return true;
            }
            if (!link.dataset.choice) {
                return false;
            }
            const {choice, word} = link.dataset;
            link.closest('ul').querySelectorAll('a').forEach(each => each.removeAttribute('aria-current'));
            link.setAttribute('aria-current', 'true');
            for (const name of ['xmin', 'xmax', 'ymin', 'ymax']) {
                this.address.searchParams.delete(name);
            }
            this.address.searchParams.set(choice, word);
            this.unread();
            this.load().then(() => this.updateAddresses());
            return true;
        }

        /** The links to files of this plot lead to what is shown now; so does the address of the page. */
        updateAddresses() {
            const parameters = new URLSearchParams(this.address.search);
            const zoomed = ['x', 'y'].some(axis => this.view[axis].some((end, i) => end !== this.all[axis][i]));
            if (zoomed) {
                ['x', 'y'].forEach(axis => ['min', 'max'].forEach((end, i) =>
                    parameters.set(axis + end, Number(this.view[axis][i].toPrecision(6)))));
            }
            this.figure.querySelectorAll('a[data-format]').forEach(link => {
                const url = new URL(link.href);
                url.search = parameters;
                link.href = url;
            });
            const page = new URL(location.href);
            page.search = parameters;
            history.replaceState(null, '', page);
        }
    }

    document.querySelectorAll('section.pictures').forEach(begin);
})();
