// SPDX-License-Identifier: Apache-2.0
package org.vo4he.store;

import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.TimeUnit;

/// What the file system says of a file without opening it.
///
/// @param modifiedNanos since 1970
/// @param key the inode where there is one, else empty: it betrays a file put in place of another of the same size and
/// time
public record FileStamp(long size, long modifiedNanos, String key) {

    public static FileStamp of(BasicFileAttributes attributes) {
        return new FileStamp(
                attributes.size(), attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS), inode(attributes.fileKey()));
    }

    /// The key's device number changes when a disk is mounted anew, its inode does not: `(dev=fd00,ino=17)`.
    private static String inode(Object fileKey) {
        String key = fileKey == null ? "" : fileKey.toString();
        return key.substring(key.indexOf("ino=") + 1);
    }
}
