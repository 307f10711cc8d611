// SPDX-License-Identifier: Apache-2.0
package org.vo4he.harvest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.vo4he.store.FileEntry;
import org.vo4he.store.FileEntry.ProductEntry;
import org.vo4he.store.FileRecord;
import org.vo4he.store.FileRows;
import org.vo4he.store.FindingRecord;
import org.vo4he.store.Ledger;
import org.vo4he.store.ProductRecord;
import org.vo4he.store.StoreException;

/// One pass over a folder. Files are taken in the order of their paths whatever thread read them, so that the DIDs
/// given do not depend on speed, nor on where an earlier pass was killed.
final class Pass {

    private final Describer describer;
    private final HarvestSettings settings;
    private final Ledger ledger;
    private final Scope scope;
    private final EntryMaker.Collection collection;
    private final ReportWriter report;
    private final Progress progress;
    private final DescribedBy by;
    private final String describedBy;
    private final FolderSiblings siblings;
    private final EntryMaker maker;
    private final Known known;
    private final Batch batch;
    private final Tally tally = new Tally();
    private final Identities identities;
    private final Set<String> calibrating = new TreeSet<>();
    private final FolderFindings folderFindings = new FolderFindings();

    Pass(
            Describer describer,
            HarvestSettings settings,
            Ledger ledger,
            Scope scope,
            EntryMaker.Collection collection,
            ReportWriter report,
            Progress progress) {
        this.describer = describer;
        this.settings = settings;
        this.ledger = ledger;
        this.scope = scope;
        this.collection = collection;
        this.report = report;
        this.progress = progress;
        this.by = DescribedBy.of(describer, collection);
        this.describedBy = by.text();
        this.siblings = new FolderSiblings(scope.files());
        this.maker = new EntryMaker(scope.files(), collection, describedBy);
        this.known = scope.known();
        this.identities = new Identities(known, collection.didPrefix(), describedBy);
        this.batch = new Batch(ledger, settings.dryRun());
    }

    HarvestReport run() throws StoreException, HarvestException {
        List<FoundFile> toRead = new ArrayList<>();
        for (FoundFile file : scope.toLookAt()) {
            if (known.isCurrent(file, siblings, describedBy)) {
                keep(file);
            } else {
                toRead.add(file);
            }
        }
        for (FoundFile file : scope.dependents(ledger)) {
            if (!known.isCurrent(file, siblings, describedBy)) {
                toRead.add(file);
            }
        }
        toRead.sort(Comparator.comparing(FoundFile::path));
        try (batch) {
            read(toRead);
            readCalibration();
            withdrawVanished();
            batch.finish();
        }
        findingsOfTheFolder();
        if (batch.wrote()) {
            settle();
        }
        HarvestReport sums = tally.report();
        report.sums(sums);
        return sums;
    }

    /// The calibration files that products name are published with them; they may name others.
    private void readCalibration() throws StoreException, HarvestException {
        Set<String> done = new HashSet<>();
        for (List<String> more = List.copyOf(calibrating); !more.isEmpty(); more = notIn(done)) {
            done.addAll(more);
            if (scope.paths().isPresent()) {
                ledger.files(more).forEach(known::add);
            }
            List<FoundFile> toRead = new ArrayList<>();
            for (FoundFile file : more.stream()
                    .flatMap(path -> scope.files().at(path).stream())
                    .toList()) {
                if (known.isCurrent(file, siblings, describedBy)) {
                    keep(file);
                } else {
                    toRead.add(file);
                }
            }
            read(toRead);
        }
    }

    private List<String> notIn(Set<String> done) {
        return calibrating.stream().filter(path -> !done.contains(path)).toList();
    }

    private void noteCalibration(List<FileRecord.Lookup> lookups) {
        lookups.forEach(
                lookup -> lookup.path().filter(CalibratedFiles::isCalibration).ifPresent(calibrating::add));
    }

    /// Merging the log into the database file takes longer than a small pass: the log is as safe, and is merged when it
    /// has grown.
    private void settle() throws StoreException {
        if (scope.paths().isEmpty()) {
            ledger.settle();
        } else {
            ledger.restoreOrder();
        }
    }

    private void keep(FoundFile file) throws StoreException, HarvestException {
        List<ProductRecord> products = known.products(file.path()).stream()
                .filter(product -> !product.withdrawn())
                .toList();
        FileRecord record = known.file(file.path()).orElseThrow();
        noteCalibration(record.lookups());
        tell(record.outcome(), Change.UNCHANGED, file, products, ownFindings(file.path()));
    }

    private List<FindingRecord> ownFindings(String path) throws StoreException {
        return known.findings(path).stream()
                .filter(finding -> !FolderFindings.CODES.contains(finding.code()))
                .toList();
    }

    private void read(List<FoundFile> files) throws StoreException, HarvestException {
        try {
            InOrder.each(
                    files,
                    settings.threads(),
                    file -> Described.of(file, describer, siblings),
                    this::decide,
                    this::take);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new HarvestException("The harvest was interrupted; what is written stays, run it again for the rest");
        }
    }

    /// A file that was read, with its rows. Without an entry it changed meanwhile.
    private record Made(
            Described described,
            Optional<FileRecord> before,
            Optional<String> from,
            Change change,
            Optional<FileEntry> entry,
            Optional<FileRows> rows) {

        /// Of one that is not taken.
        static Made none(Described described) {
            return new Made(
                    described,
                    Optional.empty(),
                    Optional.empty(),
                    Change.UNCHANGED,
                    Optional.empty(),
                    Optional.empty());
        }
    }

    /// Who the file's products are; the rest can be made of it without the others.
    private Supplier<Made> decide(Described described) throws StoreException {
        if (described.isGone() || scope.readiness() != Readiness.ALWAYS && !described.isAsFound()) {
            return () -> Made.none(described);
        }
        Optional<FileRecord> before = known.file(described.file().path());
        Optional<String> from = identities.movedFrom(described);
        Change change = change(described.file(), before, from);
        String mainDid =
                identities.mainDid(described, from.orElse(described.file().path()));
        return () -> {
            FileEntry entry = maker.entry(described, mainDid);
            if (isSame(entry.file(), before)) {
                return new Made(described, before, from, Change.UNCHANGED, Optional.of(entry), Optional.empty());
            }
            FileRows rows = change == Change.ANEW ? FileRows.anew(entry) : FileRows.of(entry);
            return new Made(described, before, from, change, Optional.of(entry), Optional.of(rows));
        };
    }

    /// What became of a file if something else is said of it than before.
    private Change change(FoundFile file, Optional<FileRecord> before, Optional<String> from) {
        if (from.isPresent()) {
            return Change.MOVED;
        }
        if (before.isEmpty()) {
            return Change.NEW;
        }
        return by.isOtherProgramThan(before.get().describedBy()) && known.isAsItWas(file, siblings)
                ? Change.ANEW
                : Change.CHANGED;
    }

    private static boolean isSame(FileRecord file, Optional<FileRecord> before) {
        return before.filter(old -> old.contentHash().equals(file.contentHash()))
                .isPresent();
    }

    private void take(Made made) throws StoreException, HarvestException {
        FoundFile file = made.described().file();
        if (made.entry().isEmpty()) {
            scope.readiness().changedMeanwhile(file.path());
            return;
        }
        FileEntry entry = made.entry().get();
        tally.read();
        noteCalibration(entry.file().lookups());
        write(made, entry.file());
        tell(
                entry.file().outcome(),
                made.change(),
                file,
                entry.products().stream().map(ProductEntry::record).toList(),
                entry.findings());
    }

    private void write(Made made, FileRecord file) throws StoreException {
        if (made.rows().isEmpty()) {
            batch.restamp(file);
            return;
        }
        List<ProductRecord> former = new ArrayList<>(known.products(file.path()));
        if (made.from().isPresent()) {
            former.addAll(known.products(made.from().get()));
        }
        Set<String> forget = new HashSet<>();
        if (made.before().isPresent() || !former.isEmpty()) {
            forget.add(file.path());
        }
        made.from().ifPresent(forget::add);
        batch.change(
                forget,
                List.of(made.rows().get()),
                tombstones(former, made.entry().orElseThrow()));
    }

    private static List<ProductRecord> tombstones(List<ProductRecord> former, FileEntry entry) {
        Set<String> alive = new HashSet<>();
        entry.products().forEach(product -> alive.add(product.record().did()));
        return former.stream()
                .filter(product -> !alive.contains(product.did()))
                .map(ProductRecord::asWithdrawn)
                .toList();
    }

    private void tell(
            String outcome, Change change, FoundFile file, List<ProductRecord> products, List<FindingRecord> findings)
            throws HarvestException {
        folderFindings.add(products);
        tally.file(outcome, change, findings);
        report.file(file.path(), Optional.of(outcome), change, dids(products), findings);
        progress.done(1);
    }

    private static List<String> dids(List<ProductRecord> products) {
        return products.stream().map(ProductRecord::did).toList();
    }

    private void withdrawVanished() throws StoreException, HarvestException {
        for (String path : known.vanished(calibrating, scope::lookedAt)) {
            if (!identities.hasMoved(path) && mayBeWithdrawn(path)) {
                List<ProductRecord> products = known.products(path);
                boolean withdrawn = products.stream().anyMatch(product -> !product.withdrawn());
                Change change = withdrawn ? Change.WITHDRAWN : Change.GONE;
                batch.change(
                        Set.of(path),
                        List.of(),
                        products.stream().map(ProductRecord::asWithdrawn).toList());
                tally.gone(change);
                report.file(path, Optional.empty(), change, dids(products), List.of());
            }
        }
    }

    private boolean mayBeWithdrawn(String path) {
        return CalibratedFiles.isCalibration(path) || scope.readiness().mayBeWithdrawn(path);
    }

    private void findingsOfTheFolder() throws StoreException, HarvestException {
        List<FindingRecord> findings = folderFindings.of(scope, ledger, collection);
        tally.findings(findings);
        for (FindingRecord finding : findings) {
            report.place(finding.path(), List.of(finding));
        }
        if (!settings.dryRun()) {
            ledger.replaceFindings(FolderFindings.CODES, findings);
        }
    }
}
