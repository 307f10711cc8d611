// SPDX-License-Identifier: Apache-2.0
package org.vo4he.events;

import java.util.Optional;

/// Which events are taken: those that pass all that is said here, and no other test. Edges are included. No good
/// times, grades or qualities are looked at unless they are asked for. An event whose value is NaN (or TNULL) in
/// a column that is asked about is not taken: without a position none is in a region. Immutable.
public record Selection(
        Optional<Region> region, Optional<EnergyRange> energy, Optional<Times> times, Optional<RowFilter> filter) {

    /// All events.
    public static final Selection ALL =
            new Selection(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public Selection in(Region within) {
        return new Selection(Optional.of(within), energy, times, filter);
    }

    public Selection in(EnergyRange range) {
        return new Selection(region, Optional.of(range), times, filter);
    }

    public Selection in(Times range) {
        return new Selection(region, energy, Optional.of(range), filter);
    }

    /// Only events for which the filter is true.
    public Selection where(RowFilter condition) {
        return new Selection(region, energy, times, Optional.of(condition));
    }
}
