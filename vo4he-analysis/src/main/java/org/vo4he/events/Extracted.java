// SPDX-License-Identifier: Apache-2.0
package org.vo4he.events;

import java.util.Map;
import java.util.Optional;

/// What one pass over an event list gave.
public final class Extracted {

    private final long rows;
    private final Outcome source;
    private final Optional<Outcome> background;
    private final Map<Sink<?>, Object> products;

    Extracted(long rows, Outcome source, Optional<Outcome> background, Map<Sink<?>, Object> products) {
        this.rows = rows;
        this.source = source;
        this.background = background;
        this.products = products;
    }

    /// Events in the file.
    public long rows() {
        return rows;
    }

    public Outcome source() {
        return source;
    }

    public Optional<Outcome> background() {
        return background;
    }

    /// Area of the source by that of the background; empty without background, or if one is not known.
    public Optional<Double> backgroundScale() {
        return background.flatMap(other -> scale(source, other));
    }

    static Optional<Double> scale(Outcome source, Outcome background) {
        return area(source).by(area(background));
    }

    private static Exposures.Area area(Outcome outcome) {
        return new Exposures.Area(outcome.areaPixels(), outcome.solidAngleDeg2());
    }

    /// What a sink gave.
    ///
    /// @throws IllegalArgumentException if the sink was not in the pass
    @SuppressWarnings("unchecked") // the product was made for this sink
    public <P> P get(Sink<P> sink) {
        if (!products.containsKey(sink)) {
            throw new IllegalArgumentException(sink + " was not asked for");
        }
        return (P) products.get(sink);
    }
}
