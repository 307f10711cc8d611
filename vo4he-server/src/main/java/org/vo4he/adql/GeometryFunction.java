// SPDX-License-Identifier: Apache-2.0
package org.vo4he.adql;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The geometry functions of ADQL 2.1, section 4.2.
///
/// Each constant reads: whether a coordinate system may come first (deprecated), the arguments.
enum GeometryFunction {
    POINT(true, "longitude, latitude"),
    CIRCLE(true, "longitude, latitude, radius or point, radius"),
    BOX(true, "longitude, latitude, width, height or point, width, height"),
    POLYGON(true, "at least 3 longitude, latitude pairs or points"),
    REGION(false, "one text literal"),
    CENTROID(false, "one geometry"),
    AREA(false, "one geometry"),
    COORD1(false, "one point"),
    COORD2(false, "one point"),
    COORDSYS(false, "one geometry"),
    CONTAINS(false, "two geometries"),
    INTERSECTS(false, "two geometries"),
    DISTANCE(false, "two points or longitude, latitude, longitude, latitude");

    private final boolean takesFrame;
    private final String arguments;

    GeometryFunction(boolean takesFrame, String arguments) {
        this.takesFrame = takesFrame;
        this.arguments = arguments;
    }

    static Optional<GeometryFunction> named(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(function -> function.name().equals(upper))
                .findFirst();
    }

    boolean takesFrame() {
        return takesFrame;
    }

    /// What it takes, for messages.
    String arguments() {
        return arguments;
    }
}
