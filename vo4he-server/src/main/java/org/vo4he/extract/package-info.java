// SPDX-License-Identifier: Apache-2.0
/// The step `extract`: spectra, light curves, images and selected events of an event list, as files with VO-TAGS and
/// provenance.
///
/// Selecting and counting is the job of `events`, the layout of files that of `ogip` and `fits`. Knows no command line.
/// Start at [org.vo4he.extract.ExtractStep].
package org.vo4he.extract;
