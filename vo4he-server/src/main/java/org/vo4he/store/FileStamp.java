// SPDX-License-Identifier: Apache-2.0
package org.vo4he.store;

/// What the file system says of a file without opening it.
///
/// @param modifiedNanos since 1970
/// @param key the inode where there is one, else empty: it betrays a file put in place of another of the same size and
/// time
public record FileStamp(long size, long modifiedNanos, String key) {}
