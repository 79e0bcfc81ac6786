package org.colloquy.account;

import org.colloquy.access.AccessLog;
import org.colloquy.access.AccessLog.Kind;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Ends the sessions that the process before this one held, before anybody is served: they ended with it. So it is with the
 * embedded database, which one process has to itself. Of one that several nodes share nobody knows here which are gone: those
 * leave the list when they have not been used for as long as sessions last.
 */
@Component
class SessionsOfBefore implements SmartInitializingSingleton {

    /** What is noted of sessions that nobody ended. */
    private static final String RESTART = "RESTART";

    private final Sessions sessions;
    private final AccessLog access;
    private final boolean alone;

    SessionsOfBefore(Sessions sessions, AccessLog access, @Value("${spring.datasource.url}") String database) {
        this.sessions = sessions;
        this.access = access;
        this.alone = database.startsWith("jdbc:h2:file:");
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (alone) {
            sessions.endAll().forEach(member -> access.add(Kind.SESSION_ENDED, member, null, null, RESTART));
        }
    }
}
