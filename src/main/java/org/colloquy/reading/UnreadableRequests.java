package org.colloquy.reading;

import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/**
 * What is said to requests that the server can't read, such as {@code /%}: it refuses them before anything here is asked, and
 * would answer with a page of its own.
 */
@Component
class UnreadableRequests implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {

    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
              <meta charset="utf-8">
              <meta name="viewport" content="width=device-width, initial-scale=1">
              <meta name="color-scheme" content="light dark">
              <title>%2$s</title>
              <link rel="stylesheet" href="%1$s/site.css">
            </head>
            <body>
            <main id="main" class="plain">
              <h1>%3$s</h1>
              <p class="lead">%4$s</p>
              <p><a href="%1$s/">%5$s</a></p>
            </main>
            </body>
            </html>
            """;

    private final MessageSource messages;

    UnreadableRequests(MessageSource messages) {
        this.messages = messages;
    }

    @Override
    public void customize(ConfigurableTomcatWebServerFactory factory) {
        // Nearer to the pages than the server's own, which finds that everything is said.
        factory.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new Plain(context.getPath())));
    }

    private final class Plain extends ErrorReportValve {

        private final String base;

        Plain(String base) {
            this.base = base;
        }

        @Override
        protected void report(Request request, Response response, @Nullable Throwable thrown) {
            int status = response.getStatus();
            AtomicBoolean open = new AtomicBoolean();
            response.getCoyoteResponse().action(ActionCode.IS_IO_ALLOWED, open);
            if (status < 400 || response.getContentWritten() > 0 || !open.get() || !response.setErrorReported()) {
                return;
            }
            try {
                response.setContentType("text/html");
                response.setCharacterEncoding("utf-8");
                response.setHeader("X-Content-Type-Options", "nosniff");
                response.setHeader("Content-Security-Policy", "default-src 'none'; style-src 'self'");
                response.setHeader("Referrer-Policy", "no-referrer");
                Writer page = response.getReporter();
                if (page != null) {
                    page.write(page(status < 500 ? "error.4xx" : "error.5xx"));
                    response.finishResponse();
                }
            } catch (IOException e) {
                container.getLogger().debug("Whoever asked has gone.", e);
            }
        }

        private String page(String key) {
            String title = say(key + ".title");
            return PAGE.formatted(base, say("site.title", title), title, say(key), say("error.library"));
        }

        private String say(String key, Object... arguments) {
            return HtmlUtils.htmlEscape(messages.getMessage(key, arguments, Locale.ENGLISH), "UTF-8");
        }
    }
}
