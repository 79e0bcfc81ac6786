package org.colloquy.account;

import java.time.Instant;
import java.util.List;
import org.colloquy.account.Invitations.Open;
import org.colloquy.account.Roles.Moderator;

/** Values that only this package can make, for the templates that show them. */
public final class AccountPages {

    private AccountPages() {}

    public static List<?> moderators() {
        return List.of(
                new Moderator(1, "Moderator M", "Moderator M", Role.MODERATOR),
                new Moderator(2, "North Lantern", "Reader A", Role.ADMINISTRATOR));
    }

    public static List<?> invitations(Instant created, Instant expires) {
        return List.of(
                new Open(7, Role.MODERATOR, "Moderator M", created, expires),
                new Open(8, Role.ADMINISTRATOR, null, created, expires));
    }

    public static Enum<?> obstacle() {
        return PasskeyPlace.Obstacle.UNSET;
    }
}
