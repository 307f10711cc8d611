// SPDX-License-Identifier: Apache-2.0
package org.vo4he.uws;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A [JobStore] in one file that only grows: a line for each change, with the whole job and a checksum
/// ([JournalLine]). The last line of a job is what it is. A line that was cut by the death of the process is no
/// line, and is cut off when the file is opened again. When most of the file is of the past, it is written anew.
///
/// In memory is a summary of each job and where its line begins; the job itself is read when it is asked for.
public final class JobJournal implements JobStore {

    static final String FILE = "jobs.jsonl";
    private static final String NEXT_FILE = FILE + ".new";
    private static final Logger LOG = LoggerFactory.getLogger(JobJournal.class);
    private static final long SMALL_BYTES = 1 << 20;

    private record Entry(JobSummary summary, long start, int length) {}

    private final Path folder;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    /// No channel: one would be closed by the interrupt of a thread that uses it.
    private RandomAccessFile file;
    private long end;
    private long liveBytes;
    private boolean dirty;

    private JobJournal(Path folder) {
        this.folder = folder;
    }

    /// Opens the journal of a folder, or begins it. Whoever calls sees to it that no other process has it open.
    ///
    /// @throws IOException when it can't be read, or was written by a newer program
    public static JobJournal open(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.deleteIfExists(folder.resolve(NEXT_FILE));
        JobJournal journal = new JobJournal(folder);
        journal.file = new RandomAccessFile(folder.resolve(FILE).toFile(), "rw");
        try {
            journal.replay();
            return journal;
        } catch (IOException | RuntimeException e) {
            journal.file.close();
            throw e;
        }
    }

    /// Reads every line. What follows the last whole one is a change that was never told to have happened: it is cut
    /// off. A damaged line before that is passed over, and the file as it was is kept beside it.
    private void replay() throws IOException {
        JournalReader.Contents contents = JournalReader.read(folder.resolve(FILE));
        for (JournalReader.Line line : contents.lines()) {
            switch (line.content()) {
                case JournalLine.Deleted(String id) -> forget(id);
                case JournalLine.Kept(JobSummary summary) -> remember(summary, line.start(), line.length());
            }
        }
        end = contents.end();
        if (contents.damaged() > 0) {
            Path copy = folder.resolve(FILE + ".damaged");
            Files.copy(folder.resolve(FILE), copy, StandardCopyOption.REPLACE_EXISTING);
            LOG.error(
                    "{} has {} damaged lines, whose changes are lost; the file as it was is kept as {}",
                    folder.resolve(FILE),
                    contents.damaged(),
                    copy);
        }
        if (file.length() > end) {
            LOG.info("{}: a change that was cut short is cut off", folder.resolve(FILE));
            file.setLength(end);
        }
        if (end == 0) {
            append(JournalLine.head());
        }
        if (contents.damaged() > 0) {
            writeAnew();
        }
    }

    @Override
    public void put(Job job) throws IOException {
        byte[] line = JournalLine.of(job);
        long start = append(line);
        remember(JobSummary.of(job), start, line.length);
        writeAnewIfWorthwhile();
    }

    @Override
    public void delete(String id) throws IOException {
        if (entries.containsKey(id)) {
            append(JournalLine.deleted(id));
            forget(id);
            writeAnewIfWorthwhile();
        }
    }

    @Override
    public Optional<Job> get(String id) throws IOException {
        Entry entry = entries.get(id);
        return entry == null ? Optional.empty() : Optional.of(JournalLine.job(bytes(entry)));
    }

    @Override
    public Optional<JobSummary> summary(String id) {
        return Optional.ofNullable(entries.get(id)).map(Entry::summary);
    }

    @Override
    public List<JobSummary> all() {
        return entries.values().stream().map(Entry::summary).toList();
    }

    @Override
    public void sync() throws IOException {
        if (dirty) {
            file.getFD().sync();
            dirty = false;
        }
    }

    @Override
    public void close() throws IOException {
        try {
            sync();
        } finally {
            file.close();
        }
    }

    private void remember(JobSummary summary, long start, int length) {
        Entry before = entries.put(summary.id(), new Entry(summary, start, length));
        liveBytes += length - (before == null ? 0 : before.length());
    }

    private void forget(String id) {
        Entry before = entries.remove(id);
        liveBytes -= before == null ? 0 : before.length();
    }

    /// Writes at the end, all or nothing.
    ///
    /// @return where the line begins
    private long append(byte[] line) throws IOException {
        long start = end;
        try {
            write(file, line, start);
        } catch (IOException e) {
            file.setLength(start);
            throw e;
        }
        end = start + line.length;
        dirty = true;
        return start;
    }

    private void writeAnewIfWorthwhile() throws IOException {
        if (end > SMALL_BYTES && end > 3 * liveBytes) {
            try {
                writeAnew();
            } catch (IOException e) {
                LOG.warn("{} could not be written anew and goes on growing: {}", folder.resolve(FILE), e.toString());
            }
        }
    }

    /// Writes what counts to a new file, which then takes the place of the old one in one step.
    private void writeAnew() throws IOException {
        Path next = folder.resolve(NEXT_FILE);
        List<Entry> moved = new ArrayList<>();
        RandomAccessFile out = new RandomAccessFile(next.toFile(), "rw");
        long at;
        try {
            out.setLength(0);
            at = copy(entries.values(), out, moved);
            out.getFD().sync();
            Files.move(next, folder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | RuntimeException e) {
            out.close();
            Files.deleteIfExists(next);
            throw e;
        }
        file.close();
        file = out;
        end = at;
        moved.forEach(entry -> entries.put(entry.summary().id(), entry));
    }

    private long copy(Collection<Entry> from, RandomAccessFile out, List<Entry> moved) throws IOException {
        byte[] head = JournalLine.head();
        write(out, head, 0);
        long at = head.length;
        for (Entry entry : from) {
            write(out, bytes(entry), at);
            moved.add(new Entry(entry.summary(), at, entry.length()));
            at += entry.length();
        }
        return at;
    }

    private byte[] bytes(Entry entry) throws IOException {
        byte[] line = new byte[entry.length()];
        file.seek(entry.start());
        file.readFully(line);
        return line;
    }

    private static void write(RandomAccessFile to, byte[] line, long at) throws IOException {
        to.seek(at);
        to.write(line);
    }

    @Override
    public String toString() {
        return "JobJournal[" + folder + ", " + entries.size() + " jobs, " + end + " bytes]";
    }
}
