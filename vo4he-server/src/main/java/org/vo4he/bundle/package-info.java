// SPDX-License-Identifier: Apache-2.0
/// Products to take home as one zip: their files with the calibration that belongs to them, each once, a manifest and a
/// few words.
///
/// What a search finds is asked of [org.vo4he.bundle.BundleService.Finder], which the assembly connects. Must not know
/// FITS, and opens no file but those the store names. Start at [org.vo4he.bundle.BundleService].
package org.vo4he.bundle;
