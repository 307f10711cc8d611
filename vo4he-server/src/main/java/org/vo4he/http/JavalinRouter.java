// SPDX-License-Identifier: Apache-2.0
package org.vo4he.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import org.vo4he.security.HostCheck;

/// Turns routes into those of the server library. Every request goes through [#serve], so failures meet
/// [ErrorAnswer] whoever noticed them.
final class JavalinRouter implements Router {

    private static final ErrorPage PLAIN_PAGE = (_, status, message) -> """
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><title>%1$d</title></head>
            <body><h1>%1$d</h1><p>%2$s</p></body></html>
            """.formatted(status, Markup.escape(message));

    private static final Response PREFLIGHT = Response.empty(204)
            .header("Access-Control-Allow-Methods", "GET, HEAD, POST")
            .header("Access-Control-Allow-Headers", "Accept, Content-Type, If-Range, Range")
            .header("Access-Control-Max-Age", "86400");

    private final RoutesConfig routes;
    private final Set<String> preflights;
    private final ChangeGuard guard;
    private final Sending sending;
    private final BaseUrl baseUrl;
    private final ClientWatch clientWatch;
    private final Executor liveAnswers;
    private final ErrorAnswer.Form form;
    private final AtomicReference<ErrorPage> page;

    /// @param liveAnswers a thread for each answer that mostly waits
    JavalinRouter(
            RoutesConfig routes,
            HttpSettings settings,
            HostCheck hostCheck,
            BaseUrl baseUrl,
            ClientWatch clientWatch,
            Executor liveAnswers) {
        AtomicReference<ErrorPage> page = new AtomicReference<>(PLAIN_PAGE);
        this(
                routes,
                new HashSet<>(),
                new ChangeGuard(hostCheck, settings.token()),
                new Sending(settings.isPublic()),
                baseUrl,
                clientWatch,
                liveAnswers,
                ErrorAnswer.form(ErrorStyle.PAGE, page::get),
                page);
    }

    private JavalinRouter(
            RoutesConfig routes,
            Set<String> preflights,
            ChangeGuard guard,
            Sending sending,
            BaseUrl baseUrl,
            ClientWatch clientWatch,
            Executor liveAnswers,
            ErrorAnswer.Form form,
            AtomicReference<ErrorPage> page) {
        this.routes = routes;
        this.preflights = preflights;
        this.guard = guard;
        this.sending = sending;
        this.baseUrl = baseUrl;
        this.clientWatch = clientWatch;
        this.liveAnswers = liveAnswers;
        this.form = form;
        this.page = page;
    }

    @Override
    public Router errorsAs(ErrorStyle style) {
        return errorsAs(ErrorAnswer.form(style, page::get));
    }

    @Override
    public Router errorsAs(ErrorForm own) {
        return errorsAs((ErrorAnswer.Form) (_, status, message) -> own.answer(status, message));
    }

    private Router errorsAs(ErrorAnswer.Form newForm) {
        return new JavalinRouter(routes, preflights, guard, sending, baseUrl, clientWatch, liveAnswers, newForm, page);
    }

    @Override
    public void get(String path, Handler handler) {
        routes.get(path, context -> serve(context, path, handler));
        routes.head(path, context -> serve(context, path, handler));
        preflight(path);
    }

    @Override
    public void post(String path, Handler handler) {
        postOnly(path, handler);
        preflight(path);
    }

    private void postOnly(String path, Handler handler) {
        routes.post(path, context -> serve(context, path, handler));
    }

    /// What a browser asks before a script of another site may send a header such as `Range` (Fetch standard, CORS
    /// preflight). Changes are not offered to other sites.
    private void preflight(String path) {
        if (sending.toAnyPage() && preflights.add(path)) {
            routes.options(path, context -> serve(context, path, _ -> PREFLIGHT));
        }
    }

    @Override
    public void change(String path, Handler handler) {
        postOnly(path, request -> {
            guard.check(request);
            return handler.handle(request);
        });
    }

    @Override
    public void act(String path, Handler handler) {
        postOnly(path, inPlace(handler));
    }

    @Override
    public void delete(String path, Handler handler) {
        routes.delete(path, context -> serve(context, path, inPlace(handler)));
    }

    private Handler inPlace(Handler handler) {
        return request -> {
            guard.checkPlace(request);
            return handler.handle(request);
        };
    }

    @Override
    public void errorPage(ErrorPage newPage) {
        page.set(newPage);
    }

    /// What the server library says by itself: unknown path, wrong method, request too large.
    void finish() {
        routes.exception(
                HttpResponseException.class, (e, context) -> send(context, request(context), failure(context, e)));
        routes.exception(Exception.class, (e, context) -> send(context, request(context), failure(context, e)));
    }

    private void serve(Context context, String path, Handler handler) throws IOException {
        Exchanges.route(context.req(), path);
        Request request = request(context);
        try {
            Response response = handler.handle(request);
            if (response.isLive()) {
                context.future(() -> sendLive(context, request, response));
            } else {
                send(context, request, response);
            }
        } catch (RuntimeException | IOException e) {
            send(context, request, failure(context, e));
        } catch (StackOverflowError | OutOfMemoryError e) {
            // of this one request: it is answered and logged as every fault of ours
            send(context, request, failure(context, new IllegalStateException("the request was too much", e)));
        } finally {
            clientWatch.forget(context.req());
        }
    }

    /// On a thread of its own, while the one of the request goes on to others.
    private CompletableFuture<Void> sendLive(Context context, Request request, Response response) {
        return CompletableFuture.runAsync(
                () -> {
                    request.onDisconnect(Thread.currentThread()::interrupt);
                    try {
                        send(context, request, response);
                    } finally {
                        clientWatch.forget(context.req());
                    }
                },
                liveAnswers);
    }

    private Request request(Context context) {
        return new Request(context, baseUrl.of(context), clientWatch);
    }

    private Response failure(Context context, Exception e) {
        return ErrorAnswer.to(request(context), e, form);
    }

    /// Writes an answer; when its body fails before a byte left, the failure is answered instead.
    private void send(Context context, Request request, Response response) {
        Optional<Exception> failed = sending.send(context, response);
        if (failed.isEmpty()) {
            return;
        }
        boolean left = failed.get() instanceof ClientLeftException;
        boolean torn = context.res().isCommitted();
        if (left || torn) {
            Exchanges.ended(context.req(), left ? Exchange.End.LEFT : Exchange.End.BROKEN);
        }
        if (torn) {
            ErrorAnswer.log(request, failed.get());
            ClientWatch.breakConnection(context.req());
        } else {
            context.res().reset();
            sending.send(context, failure(context, failed.get()));
        }
    }
}
