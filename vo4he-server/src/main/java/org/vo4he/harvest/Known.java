// SPDX-License-Identifier: Apache-2.0
package org.vo4he.harvest;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vo4he.store.FileRecord;
import org.vo4he.store.FileStamp;
import org.vo4he.store.FindingRecord;
import org.vo4he.store.Ledger;
import org.vo4he.store.PlainName;
import org.vo4he.store.ProductRecord;
import org.vo4he.store.StoreException;

/// What earlier harvests left in the store, seen beside the folder of now.
final class Known {

    private final FolderFiles folder;
    private final Map<String, FileRecord> files;
    private final Optional<Ledger> unread;
    private final Map<String, List<ProductRecord>> products = new HashMap<>();
    private final Map<String, List<FindingRecord>> findings = new HashMap<>();
    private final Map<String, List<ProductRecord>> byFingerprint = new HashMap<>();
    private final Map<String, Set<String>> gone = new HashMap<>();
    private final Set<String> taken = new HashSet<>();
    private final Set<String> dids = new HashSet<>();

    /// Paths of files that others described; empty until it is asked for.
    private Optional<Map<FileStamp, List<String>>> byStamp = Optional.empty();

    private Known(FolderFiles folder, Map<String, FileRecord> files, Optional<Ledger> unread) {
        this.folder = folder;
        this.files = new TreeMap<>(files);
        this.unread = unread;
    }

    /// All of it.
    ///
    /// @param files every record of the ledger
    static Known all(Ledger ledger, Map<String, FileRecord> files, FolderFiles folder) throws StoreException {
        Known known = new Known(folder, files, Optional.empty());
        ledger.products().forEach(known::add);
        ledger.findings()
                .forEach(finding -> known.findings
                        .computeIfAbsent(finding.path(), _ -> new ArrayList<>(2))
                        .add(finding));
        return known;
    }

    /// Some files; what else is asked for is read from the ledger then.
    static Known some(Ledger ledger, Map<String, FileRecord> files, FolderFiles folder) {
        return new Known(folder, files, Optional.of(ledger));
    }

    void add(FileRecord file) {
        files.put(file.path(), file);
    }

    private void add(ProductRecord product) {
        products.computeIfAbsent(product.path(), _ -> new ArrayList<>(1)).add(product);
        dids.add(product.did());
    }

    Optional<FileRecord> file(String path) {
        return Optional.ofNullable(files.get(path));
    }

    /// The products of a path, withdrawn ones too.
    List<ProductRecord> products(String path) throws StoreException {
        if (unread.isPresent() && !products.containsKey(path)) {
            products.put(path, unread.get().products(path));
        }
        return products.getOrDefault(path, List.of());
    }

    List<FindingRecord> findings(String path) throws StoreException {
        if (unread.isPresent() && !findings.containsKey(path)) {
            findings.put(path, unread.get().findings(path));
        }
        return findings.getOrDefault(path, List.of());
    }

    /// Of the paths that were looked at: those that had a file, and have none now; and of calibration files those that
    /// no product names any more.
    List<String> vanished(Set<String> calibrating, Predicate<String> lookedAt) {
        return files.keySet().stream()
                .filter(lookedAt)
                .filter(path ->
                        folder.at(path).isEmpty() || CalibratedFiles.isCalibration(path) && !calibrating.contains(path))
                .toList();
    }

    /// A path that is gone, maybe since the folder was walked through, and held the same content; each is given once.
    /// Of several the one that is most like the path
    /// where the content is now, and of those rather one that is not still more like another file that is new here.
    ///
    /// @param now where the content is now
    Optional<String> takeGone(String fingerprint, String now) throws StoreException {
        Set<String> paths = gone.get(fingerprint);
        if (paths == null) {
            paths = pathsOf(fingerprint).stream().filter(this::isGone).collect(Collectors.toCollection(TreeSet::new));
            gone.put(fingerprint, paths);
        }
        Optional<String> former = paths.stream()
                .filter(path -> !taken.contains(path))
                .min(Comparator.comparing((String path) -> isNearerToAnother(path, now))
                        .thenComparing(path -> Likeness.of(path, now), Comparator.reverseOrder())
                        .thenComparing(Comparator.naturalOrder()));
        former.ifPresent(taken::add);
        return former;
    }

    /// A path that is gone, whose file had this stamp, and was described by others: a version of the program may have
    /// made other fingerprints. Each is given once.
    ///
    /// @param describedBy who describes now
    Optional<String> takeGone(FileStamp stamp, String describedBy) {
        Optional<String> former = pathsOf(stamp, describedBy).stream()
                .filter(path -> !taken.contains(path) && isGone(path))
                .findFirst();
        former.ifPresent(taken::add);
        return former;
    }

    /// Where files with this stamp lay that were described by others. A stamp without a key is that of many files.
    private List<String> pathsOf(FileStamp stamp, String describedBy) {
        if (stamp.key().isEmpty()) {
            return List.of();
        }
        if (byStamp.isEmpty()) {
            byStamp = Optional.of(files.values().stream()
                    .filter(file -> !file.describedBy().equals(describedBy))
                    .collect(Collectors.groupingBy(
                            FileRecord::stamp, Collectors.mapping(FileRecord::path, Collectors.toList()))));
        }
        return byStamp.get().getOrDefault(stamp, List.of());
    }

    private boolean isGone(String path) {
        return folder.at(path).filter(found -> Files.exists(found.file())).isEmpty();
    }

    /// Whether a file that came with this one ends in more parts as the path that is gone.
    private boolean isNearerToAnother(String path, String now) {
        int parts = Likeness.of(path, now).parts();
        return folder.alike(PlainName.of(FolderFiles.lastPart(path))).stream()
                .filter(other -> !other.equals(now) && !files.containsKey(other))
                .anyMatch(other -> Likeness.of(path, other).parts() > parts);
    }

    /// Where this content lay, in the order of the paths.
    private Set<String> pathsOf(String fingerprint) throws StoreException {
        if (unread.isPresent()) {
            return paths(unread.get().productsOf(fingerprint).stream());
        }
        if (byFingerprint.isEmpty()) {
            products.values().stream()
                    .flatMap(List::stream)
                    .forEach(product -> product.fingerprint()
                            .ifPresent(print -> byFingerprint
                                    .computeIfAbsent(print, _ -> new ArrayList<>(1))
                                    .add(product)));
        }
        return paths(byFingerprint.getOrDefault(fingerprint, List.of()).stream());
    }

    private static Set<String> paths(Stream<ProductRecord> products) {
        return products.map(ProductRecord::path).collect(Collectors.toCollection(TreeSet::new));
    }

    /// Whether a DID was ever given, also by this harvest.
    boolean isGiven(String did) throws StoreException {
        return dids.contains(did) || unread.isPresent() && unread.get().isGiven(did);
    }

    void give(String did) {
        dids.add(did);
    }

    /// Whether a file need not be read: it is as it was, and would be described by the same rules and program.
    boolean isCurrent(FoundFile file, FolderSiblings siblings, String describedBy) {
        return file(file.path())
                        .filter(record -> record.describedBy().equals(describedBy))
                        .isPresent()
                && isAsItWas(file, siblings);
    }

    /// Whether a file looks as it did, and so do the files its rows used, and its names lead where they led.
    boolean isAsItWas(FoundFile file, FolderSiblings siblings) {
        return file(file.path())
                .filter(record -> record.stamp().equals(file.stamp()))
                .filter(record -> record.consulted().stream().allMatch(this::isAsConsulted))
                .filter(record -> record.lookups().stream()
                        .allMatch(lookup ->
                                siblings.find(file.path(), lookup.name()).equals(lookup)))
                .isPresent();
    }

    private boolean isAsConsulted(FileRecord.Consulted consulted) {
        return folder.at(consulted.path())
                .filter(now -> now.stamp().equals(consulted.stamp()))
                .isPresent();
    }
}
