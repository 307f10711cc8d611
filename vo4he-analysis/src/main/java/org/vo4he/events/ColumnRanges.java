// SPDX-License-Identifier: Apache-2.0
package org.vo4he.events;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.vo4he.fits.Hdu;
import org.vo4he.fits.TableColumn;
import org.vo4he.sphere.UnitVector;

/// Where the events lie, by which a grid is laid where no card tells it.
sealed interface ColumnRanges {

    /// Least and greatest value of a column; empty when it holds no number.
    Optional<Hdu.Range> of(TableColumn column) throws IOException;

    SkyCover ofDirections(EventPlaces.Directions places) throws IOException;

    /// No row is read: all events are taken to have one value. What is refused then is refused whatever the rows hold.
    record Unread() implements ColumnRanges {

        @Override
        public Optional<Hdu.Range> of(TableColumn column) {
            return Optional.of(new Hdu.Range(1, 1));
        }

        @Override
        public SkyCover ofDirections(EventPlaces.Directions places) {
            return new SkyCover(List.of(new SkyCover.Box(1, 1, 1, 1, UnitVector.of(1, 1), 1)));
        }
    }

    /// All rows are read.
    record Read(Hdu events) implements ColumnRanges {

        @Override
        public Optional<Hdu.Range> of(TableColumn column) throws IOException {
            return events.range(column);
        }

        @Override
        public SkyCover ofDirections(EventPlaces.Directions places) throws IOException {
            return SkyCover.read(events, places);
        }
    }
}
