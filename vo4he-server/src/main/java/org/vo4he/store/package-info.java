// SPDX-License-Identifier: Apache-2.0
/// The database of one publication: what was harvested, what may be queried, who holds the state directory.
///
/// Knows DuckDB and nothing of HTTP, ADQL or FITS: queries arrive as SQL that somebody else printed and checked, rows
/// arrive from the harvester. Start at [org.vo4he.store.Store].
package org.vo4he.store;
