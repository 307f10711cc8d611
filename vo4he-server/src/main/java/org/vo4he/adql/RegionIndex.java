// SPDX-License-Identifier: Apache-2.0
package org.vo4he.adql;

/// The physical columns that spare a query most of its exact tests of regions: of a circle that holds the region in
/// `regionColumn`, the unit vector of the centre and the radius in degrees. They are NULL where nothing was worked out.
public record RegionIndex(String regionColumn, String xColumn, String yColumn, String zColumn, String radiusColumn) {}
