package org.colloquy.account;

/** Moderators for tests, appointed as the set-up page does it. */
public class ModeratorFixture {

    private final Accounts accounts;
    private final Appointment appointment;

    ModeratorFixture(Accounts accounts, Appointment appointment) {
        this.accounts = accounts;
        this.appointment = appointment;
    }

    /** Appoints a moderator, unless that was done before. */
    public void appoint(String name, String password) {
        if (!accounts.isTaken(name)) {
            appointment.appoint(new SetUpForm(name, password, password));
        }
    }
}
