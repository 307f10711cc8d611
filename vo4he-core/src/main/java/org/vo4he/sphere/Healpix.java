// SPDX-License-Identifier: Apache-2.0
package org.vo4he.sphere;

import java.util.List;

/// HEALPix: the cell of a position, nested or in rings, and the centre of a cell (Górski et al. 2005, ApJ 622, 759,
/// sections 4 and 5).
public final class Healpix {

    /// The finest order whose index fits a `BIGINT`; cells of 0.4 milliarcseconds.
    public static final int FINEST_ORDER = 29;

    /// Latitude, as z, where the equatorial and the polar equal-area projections meet.
    private static final double POLAR_CAP_Z = 2.0 / 3.0;

    /// For each base cell: ring of its southern corner in units of nside (Górski 2005, eq. 11, F1).
    private static final int[] RING_OF_FACE = {2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4};

    /// For each base cell: longitude of its corner in units of 45 degrees (Górski 2005, eq. 12, F2).
    private static final int[] LONGITUDE_OF_FACE = {1, 3, 5, 7, 0, 2, 4, 6, 1, 3, 5, 7};

    private Healpix() {}

    /// How many cells an order has.
    public static long cells(int order) {
        return 12L << (2 * checked(order));
    }

    /// The nested index of the cell of an order, 0 to 29, that holds a position in degrees.
    public static long index(int order, double raDeg, double decDeg) {
        long side = 1L << checked(order);
        UnitVector v = UnitVector.of(raDeg, decDeg);
        double quarterTurns = quarterTurns(raDeg);
        return Math.abs(v.z()) <= POLAR_CAP_Z
                ? equatorial(order, side, v.z(), quarterTurns)
                : polar(order, side, v.z(), Math.cos(Math.toRadians(decDeg)), quarterTurns);
    }

    private static long equatorial(int order, long side, double z, double quarterTurns) {
        double along = side * (0.5 + quarterTurns);
        double across = side * (z * 0.75);
        long ascending = (long) (along - across);
        long descending = (long) (along + across);
        long faceUp = ascending >> order;
        long faceDown = descending >> order;
        long face = faceUp == faceDown ? faceUp | 4 : faceUp < faceDown ? faceUp : faceDown + 8;
        return nested(order, face, descending & (side - 1), side - (ascending & (side - 1)) - 1);
    }

    private static long polar(int order, long side, double z, double cosDec, double quarterTurns) {
        int quarter = Math.min(3, (int) quarterTurns);
        double within = quarterTurns - quarter;
        // sqrt(3 (1 - |z|)) without losing the digits of 1 - |z| next to the pole
        double fromPole = side * cosDec / Math.sqrt((1 + Math.abs(z)) / 3);
        long ascending = Math.min(side - 1, (long) (within * fromPole));
        long descending = Math.min(side - 1, (long) ((1 - within) * fromPole));
        return z > 0
                ? nested(order, quarter, side - descending - 1, side - ascending - 1)
                : nested(order, quarter + 8L, ascending, descending);
    }

    /// The index in rings, from north to south and eastwards from longitude 0, of the cell that holds a position in
    /// degrees.
    ///
    /// @param side cells along the side of a base cell, 1 to 2^29; for rings it need not be a power of 2
    public static long ringIndex(long side, double raDeg, double decDeg) {
        if (side < 1 || side > 1L << FINEST_ORDER) {
            throw new IllegalArgumentException("HEALPix side is " + side + ", outside 1 to 2^" + FINEST_ORDER);
        }
        double z = UnitVector.of(raDeg, decDeg).z();
        double quarterTurns = quarterTurns(raDeg);
        if (Math.abs(z) > POLAR_CAP_Z) {
            return ringOfCap(side, z, Math.cos(Math.toRadians(decDeg)), quarterTurns);
        }
        double along = side * (0.5 + quarterTurns);
        double across = side * (z * 0.75);
        long ascending = (long) (along - across);
        long descending = (long) (along + across);
        long ringBelowCap = side + 1 + ascending - descending;
        long shift = 1 - (ringBelowCap & 1);
        long within = Math.floorMod(Math.floorDiv(ascending + descending - side + shift + 1, 2L), 4 * side);
        return 2 * side * (side - 1) + (ringBelowCap - 1) * 4 * side + within;
    }

    private static long ringOfCap(long side, double z, double cosDec, double quarterTurns) {
        double within = quarterTurns - (long) quarterTurns;
        double fromPole = side * cosDec / Math.sqrt((1 + Math.abs(z)) / 3);
        long ascending = Math.min(side - 1, (long) (within * fromPole));
        long descending = Math.min(side - 1, (long) ((1 - within) * fromPole));
        long ring = ascending + descending + 1;
        long along = Math.floorMod((long) (quarterTurns * ring), 4 * ring);
        return z > 0 ? 2 * ring * (ring - 1) + along : 12 * side * side - 2 * ring * (ring + 1) + along;
    }

    /// The centre of a cell by its index in rings.
    ///
    /// @param side as in [#ringIndex]
    public static UnitVector ringCentre(long side, long index) {
        long cells = 12 * side * side;
        long cap = 2 * side * (side - 1);
        if (side < 1 || side > 1L << FINEST_ORDER || index < 0 || index >= cells) {
            throw new IllegalArgumentException("HEALPix of side " + side + " has no cell " + index);
        }
        if (index >= cap && index < cells - cap) {
            long ring = (index - cap) / (4 * side) + side;
            double start = (ring + side) % 2 == 0 ? 0.5 : 0;
            double ra = Math.PI / 2 * ((index - cap) % (4 * side) + start) / side;
            return atLatitude((2.0 * side - ring) * 2 / (3.0 * side), ra);
        }
        boolean north = index < cap;
        long fromEnd = north ? index : cells - 1 - index;
        long ring = (long) ((1 + Math.sqrt(1 + 2.0 * fromEnd)) / 2);
        ring += fromEnd >= 2 * ring * (ring + 1) ? 1 : fromEnd < 2 * ring * (ring - 1) ? -1 : 0;
        long along = fromEnd - 2 * ring * (ring - 1);
        double ra = Math.PI / 2 * ((north ? along : 4 * ring - 1 - along) + 0.5) / ring;
        return polarCentre(north ? 0 : side, side, ring, ra);
    }

    private static double quarterTurns(double raDeg) {
        double ra = raDeg % 360;
        double turns = (ra < 0 ? ra + 360 : ra) / 90;
        return turns >= 4 ? 0 : turns;
    }

    /// The centre of a cell.
    public static UnitVector centre(int order, long index) {
        long side = 1L << checked(order);
        if (index < 0 || index >= cells(order)) {
            throw new IllegalArgumentException("order " + order + " has no cell " + index);
        }
        int face = (int) (index >> (2 * order));
        long withinFace = index & ((1L << (2 * order)) - 1);
        long x = everySecondBit(withinFace);
        long y = everySecondBit(withinFace >> 1);
        long ring = RING_OF_FACE[face] * side - x - y - 1;
        long fromPole = Math.min(Math.min(ring, 4 * side - ring), side);
        double longitude = LONGITUDE_OF_FACE[face] * fromPole + (double) (x - y);
        double ra = Math.PI / 4 * longitude / fromPole;
        return fromPole < side
                ? polarCentre(ring, side, fromPole, ra)
                : atLatitude((2.0 * side - ring) * 2 / (3.0 * side), ra);
    }

    /// The four corners of a cell: south, east, north, west.
    public static List<UnitVector> corners(int order, long index) {
        long side = 1L << checked(order);
        if (index < 0 || index >= cells(order)) {
            throw new IllegalArgumentException("order " + order + " has no cell " + index);
        }
        int face = (int) (index >> (2 * order));
        long withinFace = index & ((1L << (2 * order)) - 1);
        double x = everySecondBit(withinFace);
        double y = everySecondBit(withinFace >> 1);
        return List.of(
                at(face, x / side, y / side),
                at(face, (x + 1) / side, y / side),
                at(face, (x + 1) / side, (y + 1) / side),
                at(face, x / side, (y + 1) / side));
    }

    /// A place within a base cell, each coordinate from 0 to 1 away from its southern corner (Calabretta and Roukema
    /// 2007, MNRAS 381, 865, section 2).
    private static UnitVector at(int face, double x, double y) {
        double ring = RING_OF_FACE[face] - x - y;
        double fromPole = Math.min(Math.min(ring, 4 - ring), 1);
        double ra = fromPole <= 0 ? 0 : Math.PI / 4 * (LONGITUDE_OF_FACE[face] + (x - y) / fromPole);
        double belowPole = fromPole * fromPole / 3;
        double z = fromPole == 1 ? (2 - ring) * 2 / 3 : Math.copySign(1 - belowPole, 2 - ring);
        return atLatitude(Math.clamp(z, -1, 1), ra);
    }

    private static UnitVector polarCentre(long ring, long side, long fromPole, double ra) {
        double belowPole = (double) fromPole * fromPole / (3.0 * side * side);
        double cosDec = Math.sqrt(belowPole * (2 - belowPole));
        double z = ring < side ? 1 - belowPole : belowPole - 1;
        return new UnitVector(cosDec * Math.cos(ra), cosDec * Math.sin(ra), z);
    }

    private static UnitVector atLatitude(double z, double ra) {
        double cosDec = Math.sqrt((1 - z) * (1 + z));
        return new UnitVector(cosDec * Math.cos(ra), cosDec * Math.sin(ra), z);
    }

    /// Degrees from the centre of any cell of an order to its farthest point: the widest cells are those that
    /// touch the polar caps' edge.
    static double cellRadiusDeg(int order) {
        double side = 1L << order;
        double step = 1 - 1 / side;
        UnitVector centre = atLatitude(POLAR_CAP_Z, Math.PI / (4 * side));
        UnitVector corner = atLatitude(1 - step * step / 3, 0);
        return centre.separationDeg(corner);
    }

    private static long nested(int order, long face, long x, long y) {
        return (face << (2 * order)) + spread(x) + (spread(y) << 1);
    }

    /// Moves bit i to bit 2i.
    private static long spread(long bits) {
        long b = bits;
        b = (b | b << 16) & 0x0000ffff0000ffffL;
        b = (b | b << 8) & 0x00ff00ff00ff00ffL;
        b = (b | b << 4) & 0x0f0f0f0f0f0f0f0fL;
        b = (b | b << 2) & 0x3333333333333333L;
        return (b | b << 1) & 0x5555555555555555L;
    }

    /// Moves bit 2i to bit i and drops the others.
    private static long everySecondBit(long bits) {
        long b = bits & 0x5555555555555555L;
        b = (b | b >> 1) & 0x3333333333333333L;
        b = (b | b >> 2) & 0x0f0f0f0f0f0f0f0fL;
        b = (b | b >> 4) & 0x00ff00ff00ff00ffL;
        b = (b | b >> 8) & 0x0000ffff0000ffffL;
        return (b | b >> 16) & 0x00000000ffffffffL;
    }

    private static int checked(int order) {
        if (order < 0 || order > FINEST_ORDER) {
            throw new IllegalArgumentException("HEALPix order is " + order + ", outside 0 to " + FINEST_ORDER);
        }
        return order;
    }
}
