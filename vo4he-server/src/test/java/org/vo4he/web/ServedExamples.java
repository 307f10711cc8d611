// SPDX-License-Identifier: Apache-2.0
package org.vo4he.web;

import java.io.IOException;
import java.nio.file.Path;
import org.vo4he.cli.Vo4heProcess;
import org.vo4he.testkit.SharedData;

/// `vo4he serve examples/products`, in a process of its own.
///
/// @param url without a final slash
record ServedExamples(Vo4heProcess process, String url) implements AutoCloseable {

    static final Path PRODUCTS = SharedData.checkout().resolve("examples/products");

    static ServedExamples start(Path folder) throws IOException {
        Vo4heProcess process = Vo4heProcess.serve(PRODUCTS, folder.resolve("state"));
        return new ServedExamples(process, process.ready().replaceFirst("/$", ""));
    }

    @Override
    public void close() throws IOException {
        process.close();
    }
}
