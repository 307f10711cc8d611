// SPDX-License-Identifier: Apache-2.0
/// The sphere of the sky: unit vectors, nested HEALPix cells, circles and polygons, and the texts that describe
/// them.
///
/// Imports nothing else of vo4he and knows no database: everything here is arithmetic. Angles are in degrees,
/// positions are ICRS longitude and latitude.
///
/// Start at [Region] for shapes, at [Healpix] for the index by which tables are stored.
package org.vo4he.sphere;
