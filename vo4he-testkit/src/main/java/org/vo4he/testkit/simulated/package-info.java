// SPDX-License-Identifier: Apache-2.0
/// One simulated X-ray observation: a source spectrum, its background and responses, made again byte for byte.
///
/// Stands where no freely licensed spectrum with responses was found. Knows nothing of vo4he and uses no FITS library,
/// so that reading these files back is a test. Start at [org.vo4he.testkit.simulated.SimulatedObservation].
package org.vo4he.testkit.simulated;
