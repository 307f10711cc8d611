// SPDX-License-Identifier: Apache-2.0
package org.vo4he.uws;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// The limits that an order meets on its way in. Used under the lock of the floor, but for [#checkSize].
record Entrance(Floor floor) {

    /// Jobs of a share that are known and not archived, for each that may wait.
    private static final int KNOWN_FOR_EACH_WAITING = 10;

    void checkSize(JobOrder order) throws QueueRefusal {
        int most = floor.settings.maxParameterChars();
        if (order.characters() > most) {
            throw new QueueRefusal.TooLarge("the parameters of the job have " + order.characters()
                    + " characters, a job here may have " + most);
        }
    }

    /// Sees to it that one more job can be remembered: the oldest archived one goes first.
    void makeRoom(String share) throws QueueRefusal, IOException {
        List<JobSummary> all = floor.store.all();
        long ofShare = all.stream()
                .filter(each -> each.share().equals(share) && each.phase() != Phase.ARCHIVED)
                .count();
        int most = floor.settings.waitingPerShare() * KNOWN_FOR_EACH_WAITING;
        if (ofShare >= most) {
            throw new QueueRefusal.ShareFull(
                    "you have " + ofShare + " jobs here, more are not kept; delete some of them");
        }
        if (all.size() >= floor.settings.known()) {
            Optional<JobSummary> oldest =
                    all.stream().filter(each -> each.phase() == Phase.ARCHIVED).findFirst();
            floor.store.delete(oldest.orElseThrow(() -> new QueueRefusal.Full(
                            "this server keeps " + all.size() + " jobs, and has no place for more now"))
                    .id());
        }
    }

    /// @throws QueueRefusal when one more job of this share can't wait
    void checkPlace(String share) throws QueueRefusal {
        QueueSettings settings = floor.settings;
        if (floor.waiting.size(share) >= settings.waitingPerShare()) {
            throw new QueueRefusal.ShareFull(
                    "you have " + floor.waiting.size(share) + " jobs that wait, and more may not; try again later");
        }
        if (floor.waiting.size() >= settings.waiting()) {
            throw new QueueRefusal.Full(floor.waiting.size() + " jobs wait already, and more may not; try again later");
        }
        long bytes = floor.store.all().stream().mapToLong(JobSummary::bytes).sum();
        if (bytes >= settings.maxBytesInAll()) {
            throw new QueueRefusal.Full("the results of earlier jobs have " + bytes
                    + " bytes, and more may not be kept; delete some, or try again later");
        }
        if (floor.closed) {
            throw new QueueRefusal.Full("the server is being stopped");
        }
    }

    static void checkPending(Job job, String what) throws QueueRefusal {
        if (job.phase() != Phase.PENDING) {
            throw new QueueRefusal.WrongPhase(
                    "the " + what + " of a job may be changed while it is PENDING; it is " + job.phase());
        }
    }

    static void checkMay(Job job, Phase next, String what) throws QueueRefusal {
        boolean running = next == Phase.QUEUED && job.phase() == Phase.EXECUTING;
        if (running || !job.phase().mayBecome(next)) {
            throw new QueueRefusal.WrongPhase("a job that is " + job.phase() + " can't " + what);
        }
    }
}
