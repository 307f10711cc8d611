// SPDX-License-Identifier: Apache-2.0
package org.vo4he.ogip;

/// A shape of a region as a row of a REGION extension (ASC-FITS-REGION-1.2): in the pixels of the sky columns.
///
/// @param name `CIRCLE`, `ANNULUS`, `ELLIPSE`, `BOX` (ROTBOX with an angle) or `POLYGON`; behind `!` what is left out
/// @param x of the centre, or of the corners
/// @param y likewise
/// @param sizes radii, or width and height; empty for polygons
/// @param angleDeg anticlockwise from the first axis
/// @param component the same number for shapes of which an event has to lie in all
public record RegionShape(String name, double[] x, double[] y, double[] sizes, double angleDeg, int component) {}
