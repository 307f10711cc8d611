// SPDX-License-Identifier: Apache-2.0
package org.vo4he.uwsweb;

import java.io.IOException;
import java.util.Optional;
import org.vo4he.http.Request;
import org.vo4he.http.ServiceException;
import org.vo4he.security.Callers;
import org.vo4he.security.Identity;
import org.vo4he.security.UnknownTokenException;
import org.vo4he.uws.JobSummary;

/// Who may have jobs, and whose jobs they see.
record Access(UwsFace face, Callers callers) {

    /// The caller, when it has a name.
    Optional<Identity> caller(Request request) throws IOException {
        try {
            return callers.identify(request.header("Authorization"));
        } catch (UnknownTokenException e) {
            throw new ServiceException.Unidentified(e.getMessage());
        }
    }

    /// @throws ServiceException when this caller may have no jobs here
    void checkMayOrder(Optional<Identity> caller) {
        if (caller.isEmpty() && !face.anonymous()) {
            throw new ServiceException.Unidentified(
                    "a job here needs the header Authorization: Bearer with a token of this server");
        }
        if (caller.isPresent() && !caller.get().may(face.scope()) && !face.anonymous()) {
            throw new ServiceException.Refused(
                    "your token does not have the scope '" + face.scope().word() + "', which a job here needs");
        }
    }

    /// Whether a caller that knows the job's identifier may see and change it. Callers without a name are told apart
    /// by that knowledge only.
    boolean reaches(Optional<Identity> caller, Optional<String> owner) {
        return owner.isEmpty() || isOwner(caller, owner);
    }

    /// Whether the caller's list has this job.
    boolean lists(Optional<Identity> caller, JobSummary job) {
        return job.owner().isEmpty()
                ? caller.filter(Identity::operator).isPresent() || caller.isEmpty() && face.listed()
                : isOwner(caller, job.owner());
    }

    private static boolean isOwner(Optional<Identity> caller, Optional<String> owner) {
        return caller.filter(each -> each.operator() || owner.equals(Optional.of(each.name())))
                .isPresent();
    }
}
