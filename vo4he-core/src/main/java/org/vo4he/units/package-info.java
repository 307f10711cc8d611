// SPDX-License-Identifier: Apache-2.0
/// The unit strings of OGIP and VOUnits that say what a number of a header or column means.
///
/// Imports nothing else of vo4he. Start at [org.vo4he.units.Unit].
package org.vo4he.units;
