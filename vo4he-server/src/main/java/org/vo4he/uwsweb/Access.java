// SPDX-License-Identifier: Apache-2.0
package org.vo4he.uwsweb;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.vo4he.http.ClientLeftException;
import org.vo4he.http.Request;
import org.vo4he.http.ServiceException;
import org.vo4he.security.Callers;
import org.vo4he.security.Identity;
import org.vo4he.security.Scope;
import org.vo4he.security.UnknownTokenException;
import org.vo4he.uws.Job;
import org.vo4he.uws.JobOrder;
import org.vo4he.uws.JobParameter;
import org.vo4he.uws.JobSummary;
import org.vo4he.uws.Queue;
import org.vo4he.uws.QueueRefusal;

/// The jobs of a queue as callers may have, see and change them.
public record Access(UwsFace face, Queue queue, Callers callers) {

    /// Something asked of the queue.
    @FunctionalInterface
    public interface Question<T> {
        T ask() throws QueueRefusal, IOException, InterruptedException;
    }

    /// The caller, when it has a name.
    ///
    /// @throws ServiceException.Unidentified when it shows a token that nobody knows
    public Optional<Identity> caller(Request request) throws IOException {
        return caller(request, callers);
    }

    /// Who calls, by token or by session.
    ///
    /// @throws ServiceException.Unidentified when it shows a token that nobody knows
    public static Optional<Identity> caller(Request request, Callers callers) throws IOException {
        try {
            Optional<String> authorization = request.header("Authorization");
            return authorization.isPresent()
                    ? callers.identify(authorization)
                    : fromOurPage(request) ? callers.ofSession(request.header("Cookie")) : Optional.empty();
        } catch (UnknownTokenException e) {
            throw new ServiceException.Unidentified(e.getMessage());
        }
    }

    /// A cookie is no consent to a change: the page that asks for one must be ours, which browsers say of each POST.
    private static boolean fromOurPage(Request request) {
        boolean reads = request.method().equals("GET") || request.method().equals("HEAD");
        String ours = request.baseUrl() + "/";
        return reads
                || request.header("Origin")
                        .filter(origin -> ours.startsWith(origin + "/"))
                        .isPresent();
    }

    /// @throws ServiceException when this caller may have no jobs here
    public void checkMayOrder(Optional<Identity> caller) {
        check(caller, face.scope(), face.anonymous(), "a job here");
    }

    /// @param open whether callers without a token may too
    /// @param what it is for, as subject of a sentence
    /// @throws ServiceException when this caller may not
    public static void check(Optional<Identity> caller, Scope scope, boolean open, String what) {
        if (caller.isEmpty() && !open) {
            throw new ServiceException.Unidentified(
                    what + " needs the header Authorization: Bearer with a token of this server");
        }
        if (caller.isPresent() && !caller.get().may(scope) && !open) {
            throw new ServiceException.Refused(
                    "your token does not have the scope '" + scope.word() + "', which " + what + " needs");
        }
    }

    /// An order of this caller.
    public JobOrder order(
            Request request, Optional<Identity> caller, Optional<String> runId, List<JobParameter> parameters) {
        return new JobOrder(
                caller.map(Identity::name),
                caller.map(Identity::name).orElse("anonymous " + request.client()),
                runId,
                request.baseUrl(),
                parameters);
    }

    /// The job that the path names as `{id}`, when the caller may see it. Callers without a name are told apart by
    /// knowing its identifier.
    public Job mine(Request request) throws IOException {
        Job job = asked(() -> queue.get(request.pathPart("id")));
        Optional<Identity> caller = caller(request);
        Optional<String> owner = job.order().owner();
        if (owner.isPresent() && !isOwner(caller, owner)) {
            throw new ServiceException.NotFound(
                    "there is no job of this identifier, or it is another caller's: who has a token gives it at /session");
        }
        return job;
    }

    /// Whether the caller's list has this job.
    public boolean lists(Optional<Identity> caller, JobSummary job) {
        return job.owner().isEmpty()
                ? caller.filter(Identity::operator).isPresent() || caller.isEmpty() && face.listed()
                : isOwner(caller, job.owner());
    }

    private static boolean isOwner(Optional<Identity> caller, Optional<String> owner) {
        return caller.filter(each -> each.operator() || owner.equals(Optional.of(each.name())))
                .isPresent();
    }

    /// The answer, or the refusal as one of HTTP.
    public static <T> T asked(Question<T> question) throws IOException {
        try {
            return question.ask();
        } catch (InterruptedException e) {
            throw new ClientLeftException(e);
        } catch (QueueRefusal refusal) {
            throw switch (refusal) {
                case QueueRefusal.Unknown _ -> new ServiceException.NotFound(refusal.getMessage());
                case QueueRefusal.WrongPhase _ -> new ServiceException.Usage(refusal.getMessage());
                case QueueRefusal.TooLarge _ -> limit(ServiceException.Kind.SIZE, refusal);
                case QueueRefusal.ShareFull _ -> limit(ServiceException.Kind.SHARE, refusal);
                case QueueRefusal.Full _ -> limit(ServiceException.Kind.LOAD, refusal);
            };
        }
    }

    private static ServiceException limit(ServiceException.Kind kind, QueueRefusal refusal) {
        return new ServiceException.Limit(kind, refusal.getMessage());
    }
}
