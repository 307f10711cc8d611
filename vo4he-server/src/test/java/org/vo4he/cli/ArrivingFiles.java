// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.IntStream;
import org.vo4he.testkit.FitsBuilder;

/// Event lists that arrive in a folder piece by piece, are renamed, replaced and deleted; and the truth about each.
final class ArrivingFiles {

    /// What one state of one file says of itself.
    ///
    /// @param kilobytes of the whole file, as `access_estsize` counts
    record Truth(double exposureSeconds, long kilobytes, long bytes) {}

    private final Path folder;
    private final Map<String, Truth> byObsId = new ConcurrentHashMap<>();
    private final Set<String> paths = new ConcurrentSkipListSet<>();

    ArrivingFiles(Path folder) {
        this.folder = folder;
    }

    /// By `obs_id`, which no two states share. Known before the first byte is on disk.
    Map<String, Truth> truths() {
        return byObsId;
    }

    /// Where whole files lie now.
    Set<String> paths() {
        return paths;
    }

    /// The life of one file, other for each number.
    void live(int number) {
        Random random = new Random(number);
        try {
            String path = (number % 3 == 0 ? "" : "folder-" + number % 7 + "/") + "events-" + number + ".fits"
                    + (number % 20 == 7 ? ".gz" : "");
            write(path, bytes(number, 1, random), random, number % 50 == 3);
            switch (number % 10) {
                case 1, 2 -> {
                    Thread.sleep(random.nextInt(3000));
                    rename(path, "moved/" + number + path.substring(path.indexOf(".fits")));
                }
                case 4, 5 -> {
                    Thread.sleep(random.nextInt(3000));
                    Files.delete(folder.resolve(path));
                    paths.remove(path);
                }
                case 6 -> {
                    Thread.sleep(random.nextInt(3000));
                    write(path + ".part", bytes(number, 2, random), random, false);
                    paths.remove(path + ".part");
                    rename(path + ".part", path);
                }
                default -> {
                    // It stays as it is.
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void rename(String from, String to) throws IOException {
        Files.createDirectories(folder.resolve(to).getParent());
        Files.move(folder.resolve(from), folder.resolve(to), StandardCopyOption.ATOMIC_MOVE);
        paths.remove(from);
        paths.add(to);
    }

    /// In pieces, each forced to disk. The file is closed between the pieces: nobody holds it open.
    ///
    /// @param resting whether the writer rests for longer than the watch's quiet time, twice
    private void write(String path, byte[] bytes, Random random, boolean resting)
            throws IOException, InterruptedException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        int pieces = 3 + random.nextInt(3);
        for (int piece = 0; piece < pieces; piece++) {
            int from = piece * bytes.length / pieces;
            int to = (piece + 1) * bytes.length / pieces;
            try (FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
                out.write(ByteBuffer.wrap(bytes, from, to - from));
                out.force(true);
            }
            if (piece < pieces - 1) {
                Thread.sleep(resting && piece < 2 ? 2500 : random.nextInt(200));
            }
        }
        paths.add(path);
    }

    private byte[] bytes(int number, int version, Random random) {
        String obsId = "obs-" + number + "-" + version;
        double exposure = number + version / 10.0;
        // Never a multiple of what a piece may hold, so that no cut falls behind the table's last block.
        int rows = 400 + random.nextInt(1500);
        FitsBuilder fits = new FitsBuilder();
        fits.primary();
        fits.table("EVENTS")
                .card("HDUCLASS", "OGIP")
                .card("HDUCLAS1", "EVENTS")
                .card("OBS_ID", obsId)
                .card("RA_PNT", number * 0.3)
                .card("DEC_PNT", 40 - number * 0.07)
                .card("EXPOSURE", exposure)
                .column("TIME", "D", IntStream.range(0, rows).asDoubleStream().toArray());
        byte[] bytes = number % 20 == 7 ? fits.gzipped() : fits.bytes();
        byObsId.put(obsId, new Truth(exposure, Math.ceilDiv(bytes.length, 1000), bytes.length));
        return bytes;
    }
}
