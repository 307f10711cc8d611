// SPDX-License-Identifier: Apache-2.0
/// Energy bands in keV and as wavelengths.
///
/// Knows units and nothing of files. Start at [org.vo4he.energy.EnergyBand].
package org.vo4he.energy;
