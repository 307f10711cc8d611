// SPDX-License-Identifier: Apache-2.0
/// DataLink 1.1: what belongs to a product, and the files themselves.
///
/// A file is named by the publisher DID of its product, never by a path: what a request says only selects a row of
/// the store. Knows nothing of TAP. Start at [org.vo4he.datalink.LinksService] or [org.vo4he.datalink.FilesService].
package org.vo4he.datalink;
