// SPDX-License-Identifier: Apache-2.0
package org.vo4he.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.vo4he.mapping.Rules;
import org.vo4he.product.FileDescription;
import org.vo4he.product.ProductDescriber;
import org.vo4he.product.Siblings;

/// Describing one event list of 1 MB: opening, inference of its ObsCore row, the range of its energies read.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class FileDescribing {

    private final ProductDescriber describer = new ProductDescriber(Rules.none());
    private Path file;

    @Setup
    public void makeFile() throws IOException {
        file = EventFiles.one(Files.createTempFile("vo4he-bench", ".fits"));
    }

    @TearDown
    public void deleteFile() throws IOException {
        Files.delete(file);
    }

    @Benchmark
    public FileDescription describe() {
        return describer.describe(file, Siblings.sameFolder());
    }
}
