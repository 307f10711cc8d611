// SPDX-License-Identifier: Apache-2.0
/// Pictures of products: what a spectrum, a light curve, an image, an event list, a catalogue or a response looks like,
/// as SVG, as PNG and as the plotted numbers. Knows files, not servers: no URLs, no store, no cache. Start at
/// [PlotKind].
package org.vo4he.plot;
