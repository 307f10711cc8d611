// SPDX-License-Identifier: Apache-2.0
package org.vo4he.api;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vo4he.diagnostics.Finding;
import org.vo4he.http.Request;
import org.vo4he.http.Response;
import org.vo4he.http.ServiceException;
import org.vo4he.reprocess.Edit;
import org.vo4he.reprocess.Planned;
import org.vo4he.security.Identity;
import org.vo4he.security.UnknownTokenException;
import org.vo4he.uwsweb.Access;

/// Orders that people send by the form on the page of a product: a token may be typed into it, and what can't be done
/// shows the form again, with what was typed.
final class FormOrders {

    private static final Planned.Refused NOTHING = new Planned.Refused(List.of());
    private static final Pattern EDIT = Pattern.compile("/edits/(\\d+)/.*");

    /// Takes an order of somebody who may have it.
    @FunctionalInterface
    interface Taker {
        Response take(Remaking.Outcome planned, Optional<Identity> caller) throws IOException;
    }

    private final Access access;
    private final Remaking remaking;
    private final RemakePages pages;

    FormOrders(Access access, Remaking remaking, RemakePages pages) {
        this.access = access;
        this.remaking = remaking;
        this.pages = pages;
    }

    Response order(Wish wish, Request request, Taker taker) throws IOException {
        Optional<String> token = SessionService.token(request);
        Optional<Identity> caller = Optional.empty();
        try {
            caller = token.isPresent() ? Optional.of(access.callers().withToken(token.get())) : access.caller(request);
            if (caller.isEmpty() && !access.face().anonymous()) {
                throw new ServiceException.Unidentified("a token of this archive is needed to have something run");
            }
            access.checkMayOrder(caller);
        } catch (UnknownTokenException e) {
            return again(wish, NOTHING, Optional.of(e.getMessage()), caller, request)
                    .status(401);
        } catch (ServiceException.Unidentified | ServiceException.Refused e) {
            return again(wish, NOTHING, Optional.of(e.getMessage()), caller, request)
                    .status(e.status());
        }
        Response answer = taken(wish, caller, request, taker);
        return token.isPresent()
                ? answer.header("Set-Cookie", access.callers().begin(token.get(), request.baseUrl()))
                : answer;
    }

    private Response taken(Wish wish, Optional<Identity> caller, Request request, Taker taker) throws IOException {
        Remaking.Outcome outcome = remaking.plan(wish);
        return switch (outcome.planned()) {
            case Planned.Refused refused ->
                again(outcome.wish(), refused, Optional.empty(), caller, request)
                        .status(refused.onlyInputs() ? 409 : 400);
            case org.vo4he.reprocess.Plan _ -> taker.take(outcome, caller);
        };
    }

    private Response again(
            Wish wish,
            Planned.Refused refused,
            Optional<String> tokenFault,
            Optional<Identity> caller,
            Request request) {
        List<Edit> edits = wish.allEdits();
        Map<String, String> values = new LinkedHashMap<>();
        edits.forEach(edit -> values.put(edit.address(), edit.value()));
        List<SentForm.Fault> faults = new ArrayList<>();
        List<Finding> changed = refused.changedInputs();
        refused.findings().stream()
                .filter(finding -> !changed.contains(finding))
                .forEach(finding -> faults.add(new SentForm.Fault(address(finding, edits), words(finding, edits))));
        SentForm sent = new SentForm(
                remaking.did(wish),
                values,
                wish.force(),
                wish.acceptChangedInputs(),
                changed.stream().map(Finding::message).toList(),
                faults,
                tokenFault,
                Visitor.of(caller, access.face().anonymous()));
        return pages.again(sent, request.baseUrl())
                .map(page -> Response.html(page).header("Cache-Control", "no-store"))
                .orElseThrow(() -> new ServiceException.Usage("this product can't be made again here"));
    }

    private static Optional<String> address(Finding finding, List<Edit> edits) {
        Matcher place = EDIT.matcher(finding.where());
        return Optional.of(place)
                .filter(Matcher::matches)
                .map(matcher -> Integer.parseInt(matcher.group(1)))
                .filter(number -> number < edits.size())
                .map(number -> edits.get(number).address());
    }

    /// What is about no field says its place.
    private static String words(Finding finding, List<Edit> edits) {
        return address(finding, edits).isPresent() ? finding.message() : finding.where() + ": " + finding.message();
    }
}
