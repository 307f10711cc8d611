// SPDX-License-Identifier: Apache-2.0
package org.vo4he.tap;

import org.vo4he.http.ErrorStyle;
import org.vo4he.http.Request;
import org.vo4he.http.Response;
import org.vo4he.http.Router;
import org.vo4he.http.Routes;
import org.vo4he.http.ServiceException;

/// `/tap/async` of a process that lives for one command: nobody would run the jobs.
public final class WithoutJobs implements Routes {

    @Override
    public void register(Router router) {
        Router dali = router.errorsAs(ErrorStyle.VOTABLE);
        dali.query("/tap/async", WithoutJobs::refuse);
        dali.query("/tap/async/<rest>", WithoutJobs::refuse);
    }

    private static Response refuse(Request request) {
        throw new ServiceException.NotFound("asynchronous queries are run by 'vo4he serve' only; the same query can"
                + " be sent to " + request.baseUrl() + "/tap/sync");
    }
}
