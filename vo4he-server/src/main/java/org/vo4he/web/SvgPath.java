// SPDX-License-Identifier: Apache-2.0
package org.vo4he.web;

import java.util.List;

/// The `d` of an SVG path, in whole units and in steps from point to point, which is what makes it small.
final class SvgPath {

    private final StringBuilder d = new StringBuilder();
    private long x;
    private long y;

    /// A closed outline.
    SvgPath outline(List<Hammer.Point> points) {
        for (int i = 0; i < points.size(); i++) {
            step(i == 0 ? 'M' : 'l', points.get(i));
        }
        d.append('z');
        return this;
    }

    /// A line, lifted where it leaves the map at one edge and comes back at the other.
    SvgPath line(List<Hammer.Point> points) {
        for (int i = 0; i < points.size(); i++) {
            boolean lifted = i == 0 || points.get(i).isAcrossFrom(points.get(i - 1));
            step(lifted ? 'M' : 'l', points.get(i));
        }
        return this;
    }

    private void step(char how, Hammer.Point to) {
        long toX = Math.round(to.x());
        long toY = Math.round(to.y());
        boolean moved = how == 'M';
        d.append(how).append(moved ? toX : toX - x);
        long second = moved ? toY : toY - y;
        d.append(second < 0 ? "" : " ").append(second);
        x = toX;
        y = toY;
    }

    @Override
    public String toString() {
        return d.toString();
    }
}
