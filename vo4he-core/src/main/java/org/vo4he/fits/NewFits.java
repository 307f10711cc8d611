// SPDX-License-Identifier: Apache-2.0
package org.vo4he.fits;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/// Writes a file that does not exist yet.
public final class NewFits {

    private NewFits() {}

    /// @param hdus in whole blocks, a primary HDU the first, as [ImageWriter] and [TableWriter] make them
    /// @throws java.nio.file.FileAlreadyExistsException if there is such a file
    public static void write(Path target, List<byte[]> hdus) throws IOException {
        try (FileChannel channel = FileChannel.open(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (byte[] hdu : hdus) {
                SummedOutput.write(channel, hdu, hdu.length);
            }
        }
    }
}
