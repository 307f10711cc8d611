// SPDX-License-Identifier: Apache-2.0
/// What tests share: a builder of small FITS files, the shared reference data, and outside judges that are required or
/// skipped.
///
/// Knows nothing of vo4he and uses no FITS library: what it writes and what it judges must not share a mistake with the
/// code under test. Start at [org.vo4he.testkit.FitsBuilder], [org.vo4he.testkit.SharedData] or
/// [org.vo4he.testkit.Judges].
package org.vo4he.testkit;
