// SPDX-License-Identifier: Apache-2.0

/// Photons: reads event lists of any size, selects events by place, energy, time and expression, and bins them to
/// spectra, light curves, images, profiles and hardness ratios, in one pass.
///
/// Writes no FITS file and knows no command line. Start at [EventList], then [Selection] and [Extraction].
package org.vo4he.events;
