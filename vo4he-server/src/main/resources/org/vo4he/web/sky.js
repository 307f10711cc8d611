// SPDX-License-Identifier: Apache-2.0
// Makes a map that can be moved and zoomed of the picture of the sky. The page shows and links the same without it, and
// until the map's data have arrived.
'use strict';

(() => {
    const RAD = Math.PI / 180;
    const GREATEST_ZOOM = 2000;
    const SMALLEST_CELL_PX = 7;

    // ---- The sphere ------------------------------------------------------------------------------------------------

    const vector = (ra, dec) => [
        Math.cos(dec * RAD) * Math.cos(ra * RAD), Math.cos(dec * RAD) * Math.sin(ra * RAD), Math.sin(dec * RAD)];
    const dot = (a, b) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
    const cross = (a, b) => [
        a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
    const scaled = (a, s) => [a[0] * s, a[1] * s, a[2] * s];
    const sum = (a, b) => [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
    const unit = a => scaled(a, 1 / Math.hypot(...a));
    const position = v => ({
        ra: (Math.atan2(v[1], v[0]) / RAD + 360) % 360, dec: Math.asin(Math.max(-1, Math.min(1, v[2]))) / RAD});

    // Calabretta and Roukema 2007, MNRAS 381, 865, as org.vo4he.sphere.Healpix has it.
    const RING_OF_FACE = [2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4];
    const LONGITUDE_OF_FACE = [1, 3, 5, 7, 0, 2, 4, 6, 1, 3, 5, 7];

    function inFace(face, x, y) {
        const ring = RING_OF_FACE[face] - x - y;
        const fromPole = Math.min(ring, 4 - ring, 1);
        const ra = fromPole <= 0 ? 0 : Math.PI / 4 * (LONGITUDE_OF_FACE[face] + (x - y) / fromPole);
        const z = fromPole === 1 ? (2 - ring) * 2 / 3 : Math.sign(2 - ring) * (1 - fromPole * fromPole / 3);
        const r = Math.sqrt(Math.max(0, (1 - z) * (1 + z)));
        return [r * Math.cos(ra), r * Math.sin(ra), z];
    }

    function cell(order, index) {
        const side = 2 ** order;
        const face = Math.floor(index / (side * side));
        let within = index % (side * side);
        let x = 0;
        let y = 0;
        for (let bit = 1; bit < side; bit *= 2) {
            x += bit * (within % 2);
            within = Math.floor(within / 2);
            y += bit * (within % 2);
            within = Math.floor(within / 2);
        }
        const at = (dx, dy) => inFace(face, (x + dx) / side, (y + dy) / side);
        return {centre: at(0.5, 0.5), corners: [at(0, 0), at(1, 0), at(1, 1), at(0, 1)]};
    }

    // Galactic plane: the pole as the Hipparcos catalogue has it, ESA SP-1200, volume 1, section 1.5.3.
    const GALACTIC_POLE = vector(192.85948, 27.12825);

    function circle(centre, radiusDeg, step = 5) {
        const across = unit(cross(centre, Math.abs(centre[2]) < 0.9 ? [0, 0, 1] : [1, 0, 0]));
        const up = cross(across, centre);
        const points = [];
        for (let angle = 0; angle <= 360; angle += step) {
            points.push(sum(scaled(centre, Math.cos(radiusDeg * RAD)), scaled(sum(
                scaled(across, Math.cos(angle * RAD)), scaled(up, Math.sin(angle * RAD))), Math.sin(radiusDeg * RAD))));
        }
        return points;
    }

    function border(region) {
        const words = region.trim().split(/\s+/);
        const numbers = words.slice(2).map(Number);
        if (numbers.some(number => !Number.isFinite(number))) {
            return [];
        }
        if (words[0].toUpperCase() === 'CIRCLE') {
            return circle(vector(numbers[0], numbers[1]), numbers[2]);
        }
        const corners = [];
        for (let i = 0; i + 1 < numbers.length; i += 2) {
            corners.push(vector(numbers[i], numbers[i + 1]));
        }
        const points = [];
        corners.forEach((from, i) => {
            const to = corners[(i + 1) % corners.length];
            for (let step = 0; step < 12; step++) {
                points.push(unit(sum(scaled(from, 1 - step / 12), scaled(to, step / 12))));
            }
        });
        return corners.length ? [...points, corners[0]] : [];
    }

    // ---- The view: Hammer's projection about the middle of what is shown -------------------------------------------

    class View {
        constructor() {
            this.reset();
        }

        reset() {
            this.zoom = 1;
            this.lookAt(0, 0);
        }

        lookAt(ra, dec) {
            this.ra = (ra % 360 + 360) % 360;
            this.dec = Math.max(-90, Math.min(90, dec));
            const c = vector(this.ra, this.dec);
            const east = [-Math.sin(this.ra * RAD), Math.cos(this.ra * RAD), 0];
            this.axes = [c, east, cross(c, east)];
        }

        resize(width, height) {
            this.width = width;
            this.height = height;
        }

        // Pixels of one radian in the middle.
        get scale() {
            return this.zoom * Math.min(this.width / (4 * Math.SQRT2), this.height / (2 * Math.SQRT2)) * 0.985;
        }

        get radiusDeg() {
            const half = Math.hypot(this.width, this.height) / 2 / this.scale;
            return half >= 2 ? 180 : Math.min(180, 2 * Math.asin(half / 2) / RAD * 1.1);
        }

        project(v) {
            return this.flat(v, Math.atan2(dot(v, this.axes[1]), dot(v, this.axes[0])));
        }

        // Of what lies on both sides of the edge: all of it near the left end, or all near the right one.
        projectAtEdge(v, side) {
            const longitude = Math.atan2(dot(v, this.axes[1]), dot(v, this.axes[0]));
            return this.flat(v, longitude * side < 0 ? longitude + side * 2 * Math.PI : longitude);
        }

        // Whether corners of one cell lie at both ends of the map; a pole of the view is at neither.
        isTorn(corners) {
            const longitudes = corners.filter(corner => Math.abs(dot(corner, this.axes[2])) < 1 - 1e-9)
                .map(corner => Math.atan2(dot(corner, this.axes[1]), dot(corner, this.axes[0])));
            return Math.max(...longitudes) - Math.min(...longitudes) > Math.PI;
        }

        flat(v, longitude) {
            const z = dot(v, this.axes[2]);
            const half = longitude / 2;
            const flat = Math.sqrt(Math.max(0, 1 - z * z));
            const w = Math.SQRT2 / Math.sqrt(1 + flat * Math.cos(half));
            return [
                this.width / 2 - 2 * flat * Math.sin(half) * w * this.scale, this.height / 2 - z * w * this.scale];
        }

        // The direction under a pixel; null outside the sky.
        direction(px, py) {
            const x = -(px - this.width / 2) / this.scale;
            const y = -(py - this.height / 2) / this.scale;
            const square = 1 - x * x / 16 - y * y / 4;
            if (square < 0.5) {
                return null;
            }
            const z = Math.sqrt(square);
            const longitude = 2 * Math.atan2(z * x, 2 * (2 * square - 1));
            const sine = Math.max(-1, Math.min(1, z * y));
            const flat = Math.sqrt(1 - sine * sine);
            return sum(sum(scaled(this.axes[0], flat * Math.cos(longitude)),
                scaled(this.axes[1], flat * Math.sin(longitude))), scaled(this.axes[2], sine));
        }

        zoomBy(factor, px, py) {
            const under = this.direction(px, py);
            this.zoom = Math.max(1, Math.min(GREATEST_ZOOM, this.zoom * factor));
            if (this.zoom === 1) {
                this.lookAt(0, 0);
            } else if (under) {
                this.bring(under, px, py);
            }
        }

        // Moves so that a direction lies under a pixel.
        bring(wanted, px, py) {
            for (let i = 0; i < 3; i++) {
                const under = this.direction(px, py);
                if (!under) {
                    return;
                }
                const to = position(wanted);
                const from = position(under);
                const turn = ((to.ra - from.ra + 540) % 360) - 180;
                this.lookAt(this.ra + turn, this.dec + to.dec - from.dec);
            }
        }

        pan(dx, dy) {
            const centre = this.direction(this.width / 2 - dx, this.height / 2 - dy);
            if (centre) {
                const {ra, dec} = position(centre);
                this.lookAt(ra, Math.max(-85, Math.min(85, dec)));
            }
        }
    }

    // ---- Words -----------------------------------------------------------------------------------------------------

    const counted = number => number.toLocaleString('en-GB') + (number === 1 ? ' product' : ' products');

    function sexagesimal({ra, dec}) {
        const part = (number, digits) => String(number).padStart(digits, '0');
        const seconds = Math.round(ra / 15 * 3600) % 86400;
        const arcmin = Math.round(Math.abs(dec) * 60);
        return `${part(Math.floor(seconds / 3600), 2)}h${part(Math.floor(seconds / 60) % 60, 2)}m`
            + `${part(seconds % 60, 2)}s ${dec < 0 ? '−' : '+'}${part(Math.floor(arcmin / 60), 2)}°`
            + `${part(arcmin % 60, 2)}′`;
    }

    const angle = degrees => degrees >= 1 ? `${Number(degrees.toPrecision(2))}°` : `${Number((degrees * 60).toPrecision(2))}′`;

    function described(product) {
        return [product.name, product.dataproduct_type, product.instrument_name, product.start]
            .filter(Boolean).join(', ');
    }

    // ---- The map ---------------------------------------------------------------------------------------------------

    class SkyMap {
        constructor(figure) {
            this.figure = figure;
            this.view = new View();
            this.data = {cells: [], products: [], footprints: []};
            this.shapes = [];
            this.pointers = new Map();
            this.build();
            this.listen();
            this.fit();
            this.ask(0);
        }

        build() {
            const make = (name, type, text) => {
                const element = document.createElement(name);
                element.className = type;
                element.textContent = text || '';
                return element;
            };
            this.stage = make('div', 'sky-stage');
            this.stage.tabIndex = 0;
            this.stage.setAttribute('role', 'application');
            this.stage.setAttribute('aria-roledescription', 'map of the sky');
            this.stage.setAttribute('aria-label', 'Products on the sky. Arrow keys move, plus and minus zoom, 0 shows'
                + ' the whole sky, Enter searches at the middle.');
            this.canvas = make('canvas', 'sky-canvas');
            this.canvas.setAttribute('aria-hidden', 'true');
            this.stage.append(this.canvas);
            const bar = make('div', 'sky-bar');
            this.buttons = [['+', 'Zoom in', () => this.zoom(2)], ['−', 'Zoom out', () => this.zoom(1 / 2)],
                ['○', 'Whole sky', () => this.whole()]].map(([sign, label, action]) => {
                const button = make('button', 'sky-button', sign);
                button.type = 'button';
                button.setAttribute('aria-label', label);
                button.title = label;
                button.addEventListener('click', action);
                return button;
            });
            this.readout = make('p', 'sky-readout');
            this.readout.setAttribute('aria-live', 'polite');
            this.away = make('a', 'sky-away', 'Aladin ↗');
            this.away.title = 'Open this place in Aladin Lite: leaves this site';
            this.away.setAttribute('aria-label', 'Open this place in Aladin Lite, which leaves this site');
            bar.append(...this.buttons, this.readout, this.away);
            this.bar = bar;
            this.picture = this.figure.querySelector('svg.sky');
            this.caption = this.figure.querySelector('.sky-words');
            this.captionOfAll = this.caption.textContent;
            // Its room is kept, so that nothing moves later.
            bar.classList.add('waiting');
            this.picture.after(bar);
        }

        // In place of the picture, once there is something to show.
        appear() {
            const focused = this.picture.contains(document.activeElement);
            this.picture.replaceWith(this.stage);
            this.stage.after(this.bar);
            this.bar.classList.remove('waiting');
            if (focused) {
                this.stage.focus({preventScroll: true});
            }
            this.fit();
        }

        listen() {
            const stage = this.stage;
            stage.addEventListener('wheel', event => {
                if (this.view.zoom > 1 || event.deltaY < 0) {
                    event.preventDefault();
                    const [x, y] = this.place(event);
                    this.view.zoomBy(Math.exp(-Math.max(-1, Math.min(1, event.deltaY / 240))), x, y);
                    this.changed(x, y);
                }
            }, {passive: false});
            stage.addEventListener('pointerdown', event => this.down(event));
            stage.addEventListener('pointermove', event => this.move(event));
            stage.addEventListener('pointerup', event => this.up(event));
            stage.addEventListener('pointercancel', event => this.pointers.delete(event.pointerId));
            stage.addEventListener('pointerleave', () => this.say());
            stage.addEventListener('dblclick', event => {
                event.preventDefault();
                const [x, y] = this.place(event);
                this.view.zoomBy(2.5, x, y);
                this.changed();
            });
            stage.addEventListener('keydown', event => this.key(event));
            stage.addEventListener('focus', () => this.draw());
            stage.addEventListener('blur', () => this.draw());
            new ResizeObserver(() => this.fit()).observe(stage);
            matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => this.draw());
        }

        place(event) {
            const box = this.canvas.getBoundingClientRect();
            return [event.clientX - box.left, event.clientY - box.top];
        }

        down(event) {
            if (event.button === 0) {
                this.pointers.set(event.pointerId, {at: this.place(event), travelled: 0});
                this.stage.setPointerCapture(event.pointerId);
            }
        }

        move(event) {
            const [x, y] = this.place(event);
            const pointer = this.pointers.get(event.pointerId);
            if (!pointer) {
                this.say(x, y);
                return;
            }
            const others = [...this.pointers].filter(([id]) => id !== event.pointerId).map(([, each]) => each);
            const [dx, dy] = [x - pointer.at[0], y - pointer.at[1]];
            pointer.travelled += Math.hypot(dx, dy);
            if (others.length) {
                const other = others[0].at;
                const before = Math.hypot(pointer.at[0] - other[0], pointer.at[1] - other[1]);
                const after = Math.hypot(x - other[0], y - other[1]);
                this.view.zoomBy(before > 0 ? after / before : 1, (x + other[0]) / 2, (y + other[1]) / 2);
            } else if (this.view.zoom > 1) {
                this.view.pan(dx, dy);
            }
            pointer.at = [x, y];
            this.changed();
        }

        up(event) {
            const pointer = this.pointers.get(event.pointerId);
            this.pointers.delete(event.pointerId);
            if (pointer && pointer.travelled < 6 && !this.pointers.size) {
                const [x, y] = this.place(event);
                clearTimeout(this.click);
                if (event.detail < 2) {
                    this.click = setTimeout(() => this.open(x, y), event.pointerType === 'touch' ? 0 : 260);
                }
            }
        }

        key(event) {
            const step = Math.min(this.view.width, this.view.height) / 6;
            const actions = {
                ArrowLeft: () => this.view.pan(step, 0),
                ArrowRight: () => this.view.pan(-step, 0),
                ArrowUp: () => this.view.pan(0, step),
                ArrowDown: () => this.view.pan(0, -step),
                '+': () => this.zoom(2),
                '=': () => this.zoom(2),
                '-': () => this.zoom(1 / 2),
                0: () => this.whole(),
                Enter: () => this.open(this.view.width / 2, this.view.height / 2),
            };
            if (actions[event.key] && !event.ctrlKey && !event.metaKey && !event.altKey) {
                event.preventDefault();
                actions[event.key]();
                this.changed();
            }
        }

        // From the whole sky to where the most is: its middle is empty as often as not.
        zoom(factor) {
            if (this.view.zoom === 1 && factor > 1) {
                const {ra, dec} = position(this.fullest());
                this.view.lookAt(ra, Math.max(-85, Math.min(85, dec)));
            }
            this.view.zoomBy(factor, this.view.width / 2, this.view.height / 2);
            this.changed();
        }

        // Where the most products are: in one cell, or within five degrees of one of them.
        fullest() {
            const near = Math.cos(5 * RAD);
            const {cells, products} = this.data;
            const places = [...cells.map(each => [each.centre, each.products]),
                ...products.map(each => [each.at, products.filter(other => dot(each.at, other.at) > near).length])];
            return places.reduce((best, each) => each[1] > best[1] ? each : best, [this.view.axes[0], 0])[0];
        }

        whole() {
            this.view.reset();
            this.changed();
        }

        fit() {
            const width = Math.floor((this.stage.isConnected ? this.stage : this.picture).getBoundingClientRect().width);
            const height = Math.round(Math.max(width / 2, Math.min(width * 0.8, 300)));
            const ratio = window.devicePixelRatio || 1;
            if (width && (width !== this.view.width || ratio !== this.ratio)) {
                this.ratio = ratio;
                this.view.resize(width, height);
                this.canvas.width = Math.round(width * ratio);
                this.canvas.height = Math.round(height * ratio);
                this.changed();
            }
        }

        changed(x, y) {
            clearTimeout(this.click);
            if (!this.frame) {
                this.frame = requestAnimationFrame(() => {
                    this.frame = 0;
                    this.draw();
                    this.say(x, y);
                });
            }
            this.ask(180);
        }

        // Asks for what the view shows, once it stands still.
        ask(delay) {
            clearTimeout(this.waiting);
            this.waiting = setTimeout(() => this.load(), delay);
        }

        query() {
            const view = this.view;
            const order = Math.max(3, Math.floor(Math.log2(58.6 * RAD * view.scale / SMALLEST_CELL_PX)));
            const radius = view.radiusDeg;
            return radius >= 180
                ? `?order=${order}`
                : `?ra=${view.ra.toFixed(4)}&dec=${view.dec.toFixed(4)}&radius=${radius.toFixed(4)}&order=${order}`;
        }

        async load() {
            if (!this.view.width) {
                return;
            }
            const query = this.query();
            if (query === this.asked) {
                return;
            }
            this.asked = query;
            this.figure.dataset.state = 'loading';
            try {
                const answer = await fetch(this.figure.dataset.sky + query);
                if (!answer.ok) {
                    throw new Error(`answered with ${answer.status}`);
                }
                const data = await answer.json();
                if (query === this.asked) {
                    this.taken = query;
                    this.take(data);
                }
            } catch (failure) {
                // What is shown stays: the server's picture, or what is drawn. The next movement asks again.
                if (query === this.asked) {
                    this.asked = null;
                }
            }
            if (!this.stage.isConnected) {
                this.bar.remove();
            }
            this.figure.dataset.state = this.stage.isConnected ? 'ready' : 'picture';
        }

        take(data) {
            const cells = (data.cells || []).map(([index, products]) => ({...cell(data.order, index), products}));
            const products = (data.products || []).map(product => ({
                ...product, at: vector(product.ra, product.dec),
                outline: product.s_region ? border(product.s_region) : []}));
            this.order = data.order;
            this.data = {cells, products, footprints: (data.footprints || []).map(border)};
            this.most = cells.reduce((most, each) => Math.max(most, each.products), 1);
            this.least = cells.reduce((least, each) => Math.min(least, each.products), this.most);
            if (!this.stage.isConnected) {
                this.appear();
            }
            this.draw();
            this.say();
        }

        // ---- Drawing -----------------------------------------------------------------------------------------------

        draw() {
            const {view} = this;
            if (!view.width || !this.stage.isConnected) {
                return;
            }
            const pen = this.canvas.getContext('2d');
            const style = getComputedStyle(this.stage);
            const colour = name => style.getPropertyValue(name).trim();
            this.colours = {card: colour('--card'), paper: colour('--paper'), line: colour('--line'),
                edge: colour('--edge'), accent: colour('--accent'), soft: colour('--soft'), strengths:
                [1, 2, 3, 4, 5].map(strength => colour('--strength-' + strength))};
            pen.setTransform(this.ratio, 0, 0, this.ratio, 0, 0);
            pen.clearRect(0, 0, view.width, view.height);
            pen.save();
            this.sky(pen);
            this.shapes = [];
            this.cells(pen);
            this.lines(pen);
            this.outlines(pen);
            this.dots(pen);
            pen.restore();
            this.rim(pen);
            if (document.activeElement === this.stage) {
                this.crosshair(pen);
            }
        }

        ellipse(pen) {
            pen.beginPath();
            pen.ellipse(this.view.width / 2, this.view.height / 2, 2 * Math.SQRT2 * this.view.scale,
                Math.SQRT2 * this.view.scale, 0, 0, 2 * Math.PI);
        }

        sky(pen) {
            this.ellipse(pen);
            pen.fillStyle = this.colours.card;
            pen.fill();
            pen.clip();
        }

        rim(pen) {
            this.ellipse(pen);
            pen.strokeStyle = this.colours.line;
            pen.lineWidth = 1.25;
            pen.stroke();
        }

        cells(pen) {
            for (const each of this.data.cells) {
                const points = each.corners.map(corner => this.view.project(corner));
                if (this.view.isTorn(each.corners)) {
                    this.fill(pen, each, each.corners.map(corner => this.view.projectAtEdge(corner, 1)));
                    this.fill(pen, each, each.corners.map(corner => this.view.projectAtEdge(corner, -1)));
                } else if (!this.isOut(points)) {
                    this.fill(pen, each, points);
                }
            }
        }

        fill(pen, each, points) {
            pen.fillStyle = this.colours.strengths[this.strength(each.products)];
            pen.strokeStyle = pen.fillStyle;
            pen.lineWidth = 0.6;
            pen.beginPath();
            points.forEach(([x, y], i) => i ? pen.lineTo(x, y) : pen.moveTo(x, y));
            pen.closePath();
            pen.fill();
            pen.stroke();
            this.shapes.push({points, cell: each});
        }

        // As org.vo4he.web.SkyMap has it.
        strength(products) {
            const span = Math.log(this.most / this.least);
            return span < Math.log(4) ? 2 : Math.min(4, Math.floor(Math.log(products / this.least) / span * 5));
        }

        isOut(points) {
            const {width, height} = this.view;
            return points.every(([x]) => x < 0) || points.every(([x]) => x > width)
                || points.every(([, y]) => y < 0) || points.every(([, y]) => y > height);
        }

        polyline(pen, directions) {
            let last = null;
            pen.beginPath();
            for (const direction of directions) {
                const point = this.view.project(direction);
                const far = last && Math.hypot(point[0] - last[0], point[1] - last[1]) > this.view.scale;
                if (!last || far) {
                    pen.moveTo(...point);
                } else {
                    pen.lineTo(...point);
                }
                last = point;
            }
            pen.stroke();
        }

        lines(pen) {
            const step = [30, 15, 10, 5, 2, 1, 0.5, 0.25, 0.1, 0.05, 0.02]
                .find(each => each * RAD * this.view.scale < 170) || 0.02;
            const reach = Math.min(180, this.view.radiusDeg);
            const {ra, dec} = this.view;
            const low = Math.max(-90 + step, Math.ceil((dec - reach) / step) * step);
            const high = Math.min(90 - step, dec + reach);
            const wide = Math.abs(dec) + reach >= 88 || reach > 90 ? 180
                : Math.min(180, reach / Math.cos((Math.abs(dec) + reach) * RAD));
            const from = wide >= 180 ? 0 : Math.floor((ra - wide) / step) * step;
            const to = wide >= 180 ? 360 - step : ra + wide;
            const fine = Math.max(step / 12, reach / 60);
            pen.strokeStyle = this.colours.line;
            pen.lineWidth = 0.8;
            for (let each = low; each <= high + 1e-9; each += step) {
                this.polyline(pen, this.run(ra - wide, ra + wide, fine, longitude => vector(longitude, each)));
            }
            for (let each = from; each <= to + 1e-9; each += step) {
                this.polyline(pen, this.run(Math.max(-90, dec - reach), Math.min(90, dec + reach), fine,
                    latitude => vector(each, latitude)));
            }
            if (this.view.zoom > 1.2) {
                this.labels(pen, step, low, high, from, to);
            }
            pen.strokeStyle = this.colours.edge;
            pen.setLineDash([5, 4]);
            this.polyline(pen, circle(GALACTIC_POLE, 90, 1));
            pen.setLineDash([]);
        }

        run(from, to, step, at) {
            const points = [];
            for (let each = from; each < to; each += step) {
                points.push(at(each));
            }
            points.push(at(to));
            return points;
        }

        labels(pen, step, low, high, from, to) {
            const style = getComputedStyle(this.stage);
            pen.font = `11px ${style.fontFamily}`;
            pen.fillStyle = this.colours.soft;
            const number = degrees => String(Number(degrees.toFixed(2)));
            for (let each = low; each <= high + 1e-9; each += step) {
                const [, y] = this.view.project(vector(this.view.ra, each));
                if (y > 14 && y < this.view.height - 20) {
                    pen.fillText(`${Math.abs(each) < 1e-9 ? '' : each < 0 ? '−' : '+'}${number(Math.abs(each))}°`, 6, y - 3);
                }
            }
            for (let each = from; each <= to + 1e-9; each += step) {
                const [x] = this.view.project(vector(each, this.view.dec));
                if (x > 40 && x < this.view.width - 40) {
                    pen.fillText(`${number((each + 360) % 360)}°`, x + 3, this.view.height - 7);
                }
            }
        }

        outlines(pen) {
            pen.strokeStyle = this.colours.accent;
            pen.lineWidth = 1;
            pen.globalAlpha = 0.55;
            this.data.footprints.forEach(each => this.polyline(pen, each));
            this.data.products.forEach(each => this.polyline(pen, each.outline));
            pen.globalAlpha = 1;
        }

        dots(pen) {
            pen.fillStyle = this.colours.accent;
            pen.strokeStyle = this.colours.card;
            pen.lineWidth = 1;
            for (const product of this.data.products) {
                const [x, y] = this.view.project(product.at);
                pen.beginPath();
                pen.arc(x, y, 4, 0, 2 * Math.PI);
                pen.fill();
                pen.stroke();
                this.shapes.push({x, y, product});
            }
        }

        crosshair(pen) {
            const [x, y] = [this.view.width / 2, this.view.height / 2];
            pen.strokeStyle = this.colours.edge;
            pen.lineWidth = 1.5;
            pen.beginPath();
            for (const [dx, dy] of [[1, 0], [-1, 0], [0, 1], [0, -1]]) {
                pen.moveTo(x + 5 * dx, y + 5 * dy);
                pen.lineTo(x + 13 * dx, y + 13 * dy);
            }
            pen.stroke();
        }

        // ---- What is under the pointer -----------------------------------------------------------------------------

        productsAt(x, y) {
            return this.shapes.filter(each => each.product && Math.hypot(each.x - x, each.y - y) < 9)
                .map(each => each.product);
        }

        cellAt(x, y) {
            const inside = points => points.reduce((odd, [x1, y1], i) => {
                const [x2, y2] = points[(i + 1) % points.length];
                return (y1 > y) !== (y2 > y) && x < (x2 - x1) * (y - y1) / (y2 - y1) + x1 ? !odd : odd;
            }, false);
            return this.shapes.find(each => each.cell && inside(each.points))?.cell;
        }

        showsAny() {
            return this.shapes.some(each => !this.isOut(each.points || [[each.x, each.y]]));
        }

        // Tells of the place under the pointer, or of the view.
        say(x, y) {
            const view = this.view;
            const direction = x === undefined ? view.direction(view.width / 2, view.height / 2) : view.direction(x, y);
            const words = [];
            if (x === undefined) {
                const all = this.data.cells.reduce((most, each) => most + each.products, 0)
                    + this.data.products.length;
                words.push(view.zoom === 1 ? 'The whole sky'
                    : `Around ${sexagesimal(position(direction))}, ${angle(view.width / view.scale / RAD)} across`);
                if (view.zoom === 1) {
                    words.push(counted(all));
                } else if (this.taken === this.query() && !this.showsAny()) {
                    words.push('no products in this view');
                }
            } else if (direction) {
                const products = this.productsAt(x, y);
                const under = this.cellAt(x, y);
                words.push(sexagesimal(position(direction)));
                if (products.length === 1) {
                    words.push(described(products[0]));
                } else if (products.length || under) {
                    words.push(counted(products.length || under.products)
                        + (products.length ? `: ${[...new Set(products.map(each => each.name))].slice(0, 3).join(', ')}` : ''));
                }
            }
            const text = words.join(': ');
            if (this.readout.textContent !== text) {
                this.readout.textContent = text;
            }
            const caption = view.zoom === 1 ? this.captionOfAll
                : 'A part of the sky in ICRS and equal areas: north up in the middle, east to the left; the dashed line is'
                    + ' the plane of the Galaxy.';
            if (this.caption.textContent !== caption) {
                this.caption.textContent = caption;
            }
            this.stage.classList.toggle('zoomed', view.zoom > 1);
            this.stage.classList.toggle('over', x !== undefined
                && Boolean(this.productsAt(x, y).length || this.cellAt(x, y)));
            const centre = position(view.direction(view.width / 2, view.height / 2));
            const field = Math.min(180, view.width / view.scale / RAD);
            this.away.href = 'https://aladin.cds.unistra.fr/AladinLite/?target='
                + encodeURIComponent(`${centre.ra.toFixed(5)} ${centre.dec.toFixed(5)}`) + `&fov=${field.toFixed(3)}`;
        }

        // A single product opens its page, anything else a search at that place.
        open(x, y) {
            const direction = this.view.direction(x, y);
            if (!direction) {
                return;
            }
            const products = this.productsAt(x, y);
            if (products.length === 1 && products[0].page) {
                location.href = products[0].page;
                return;
            }
            const under = this.cellAt(x, y);
            const near = products.length ? products[0].at : under ? under.centre : direction;
            const reach = under ? 42 / 2 ** this.order : 10 / this.view.scale / RAD;
            const {ra, dec} = position(near);
            location.href = `${this.figure.dataset.search}?pos=${encodeURIComponent(
                `${ra.toFixed(5)} ${dec.toFixed(5)}`)}&radius=${Math.max(0.05, Math.min(20, reach)).toFixed(3)}`;
        }
    }

    document.querySelectorAll('figure.sky-figure').forEach(figure => {
        figure.skyMap = new SkyMap(figure);
    });
})();
