// SPDX-License-Identifier: Apache-2.0
/// High-energy files at the level of their headers: what an HDU is (event list, spectrum, response, …), its
/// clock, good times and energies, by the OGIP memos and the gamma-ray formats (GADF), with repairs for what
/// real files do.
///
/// Knows FITS and units, nothing of ObsCore. Start at [org.vo4he.ogip.HduContent].
package org.vo4he.ogip;
