// SPDX-License-Identifier: Apache-2.0
/// From a folder of files to rows of the store: walk, describe what is new, write, report.
///
/// Knows nothing of HTTP, and nothing of FITS beyond what a description says. Start at [org.vo4he.harvest.Harvest].
package org.vo4he.harvest;
