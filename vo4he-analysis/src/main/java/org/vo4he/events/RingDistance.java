// SPDX-License-Identifier: Apache-2.0
package org.vo4he.events;

import org.vo4he.fits.TableColumn;
import org.vo4he.sphere.UnitVector;

/// How far an event is from the centre of rings, squared: as circles of a region are tested.
sealed interface RingDistance {

    TableColumn first();

    TableColumn second();

    /// NaN without a place.
    double squared(double one, double other);

    /// In sky pixels, along the axes of the ring.
    record OnPlane(TableColumn first, TableColumn second, double x0, double y0, PlaneShape.Axes axes)
            implements RingDistance {

        @Override
        public double squared(double x, double y) {
            double u = axes.first(x - x0, y - y0);
            double v = axes.second(x - x0, y - y0);
            return u * u + v * v;
        }
    }

    /// The chord.
    record OnSphere(TableColumn first, TableColumn second, UnitVector centre) implements RingDistance {

        @Override
        public double squared(double lonDeg, double latDeg) {
            if (!(Math.abs(latDeg) <= 90) || !Double.isFinite(lonDeg)) {
                return Double.NaN;
            }
            UnitVector direction = UnitVector.of(lonDeg, latDeg);
            double dx = direction.x() - centre.x();
            double dy = direction.y() - centre.y();
            double dz = direction.z() - centre.z();
            return dx * dx + dy * dy + dz * dz;
        }
    }
}
