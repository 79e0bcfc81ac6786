package org.colloquy.account;

import java.io.PrintStream;
import java.net.URI;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** While there is no moderator, every start prints an address to make one, as its last line. */
@Component
class SetUpAnnouncement {

    private final Accounts accounts;
    private final SetUpLinks links;
    private final AccountSettings settings;

    SetUpAnnouncement(Accounts accounts, SetUpLinks links, AccountSettings settings) {
        this.accounts = accounts;
        this.links = links;
        this.settings = settings;
    }

    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    void announce(ApplicationReadyEvent ready) {
        if (ready.getApplicationContext() instanceof WebServerApplicationContext web
                && web.getWebServer() != null
                && !accounts.hasModerator()) {
            URI site = settings.url() != null
                    ? settings.url()
                    : settings.local(
                            web.getWebServer().getPort(),
                            ready.getApplicationContext().getEnvironment());
            print(System.out, links.create(site));
        }
    }

    /** For a person at a terminal, so not through the log. */
    static void print(PrintStream out, URI link) {
        out.println("To become the moderator, open this address within 24 hours (it works once): " + link);
        out.flush();
    }
}
