// SPDX-License-Identifier: Apache-2.0
/// The Table Access Protocol (TAP 1.1): a query in, a table out while it is computed.
///
/// Joins what others know: ADQL to SQL, the store's rows, the table formats. Knows nothing of how rows are stored or
/// where they come from. Start at [org.vo4he.tap.TapQuery], which needs no HTTP; [org.vo4he.tap.TapService] is its face
/// on the web.
package org.vo4he.tap;
