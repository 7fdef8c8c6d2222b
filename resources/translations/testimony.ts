<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" sourcelanguage="en">
<context>
    <name>AboutPage</name>
    <message>
        <source>About you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave any of these empty if you like.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some councils need a full name. We do not know what this one asks for in writing. Ask the clerk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neighborhood</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One whole sentence about what makes this yours: work, family, school, faith, years here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your name is left out of the text, the file name, its properties and the subject line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone, email and address stay out of your testimony. We do not ask for them here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave my name out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change who should hear it, the meeting and where you stand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close who should hear it, the meeting and where you stand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aloud</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In writing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How will the Council hear you?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>May become public</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}. May become public</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The meeting is on {date}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We do not know of a hearing. You can still write to your council member.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I don’t know</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you say or write may become public.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AboutPanel</name>
    <message>
        <source>Who will see this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave my name out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How your opening will read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worried about being named?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can leave it out. Your job, neighborhood and years here can still point to you.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Asides</name>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AskCard</name>
    <message>
        <source>What you want the Council to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change what you want the Council to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the choices of what you want the Council to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say it in your own words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The letter’s own request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newer. Not from the letter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something else, in my own words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you want the Council to do, in your own words</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BackupsPage</name>
    <message>
        <source>Backups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Testimony makes a backup by itself on each day that you write. The newest seven stay on this computer, beside your testimonies.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a backup now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are kept in {folder}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set aside and kept: {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show my testimonies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What can be brought back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The newest backup, {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What can still be read of the damaged file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was found. You can start with an empty list. The damaged file is kept beside it, and somebody who knows disks may still help.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start with an empty list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where both have a testimony you get the newer words, and the other ones as an earlier version. The damaged file is kept too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring my testimonies back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All backups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no backup yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring this one back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring this one back: {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This backup is locked, and what opens it is not here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This backup is damaged and cannot be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made by itself. Testimonies in it: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made by you. Testimonies in it: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made before Testimony was updated. Testimonies in it: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made before a backup was brought back. Testimonies in it: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Testimonies: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}, {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Untitled testimony</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>And {count} more</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BackupsRoom</name>
    <message>
        <source>The backup is made and looked over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring this backup back?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your testimonies will be as they were then. What is here now is backed up first, and kept. Sending waits until you have looked at what is sent and waiting.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something is still being saved or sent. Nothing was changed. Try again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your testimonies are being brought back. Please keep the window open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backing up what is here now: {percent} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bringing the backup back: {percent} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done. Testimonies that are here now: {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done. Testimonies that are here now: {count}. Sending waits until you have looked at what is sent and waiting.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BottomBar</name>
    <message>
        <source>See why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about *{time}* of {limit}: *about {over} seconds over*</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>*{time}* of {limit}: *{over} seconds over*</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about *{time}* of {limit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about *{time}*</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>*{time}* of {limit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>*{time}*</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speaking time about *{time}*</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speaking time about *{time}* of {limit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speaking time *{time}* of {limit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speaking time *{time}*</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChangedAnswer</name>
    <message>
        <source>Keep mine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep mine: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the new one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the new one: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New suggestion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not in your testimony. Undo brings yours back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You changed *{answers}*. You had edited this section, so we left your text as it is. Here is the new suggestion beside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An answer has changed. You had edited this section, so we left your text as it is. Here is the new suggestion beside it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CheckPage</name>
    <message>
        <source>Check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to fix. Read it aloud once before you share.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you want the Council to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thanks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Point {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept as it is: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask me again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask me again: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} checks found nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One check found nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{point}: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done. Undo takes it back.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConsentPage</name>
    <message>
        <source>Nothing has left this computer yet. What has been handed over cannot be recalled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share, {way}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look once more before it goes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The exact text, all of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tick this first, so that we know it is you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reference {reference}, printed on it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Getting it ready…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who gets it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I have checked it today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What they will see</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send me a copy to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own address. Leave it empty for no copy.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConsentRoom</name>
    <message>
        <source>Something has changed. Nothing was sent. Please look once more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You left before it was ready. Nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ContactForm</name>
    <message>
        <source>This council asks how to reach you. What you write here goes on a page of its own, and above an email that you send from here. It is never in your testimony, a packet, the plain text or a code. We cannot promise that the council keeps it to itself. Ask the clerk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In Safe at Home? Use the address on your card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your email</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your phone</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DeletedPage</name>
    <message>
        <source>Deleted testimonies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A deleted testimony stays here for 30 days on which you use Testimony. Then it goes. Backups may hold it a little longer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring it back: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Erase for good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Erase for good: {title}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>There is a file called “{name}” here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If you replace it, what is in it now is gone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another name</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DraftPage</name>
    <message>
        <source>Your draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier versions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit them and they become yours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Versions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neighborhood</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On behalf of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your council</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you want the Council to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The facts you cite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your story</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The meeting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to About you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to its story</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to Points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thanks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Point {number}: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suggested, {count} words</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EmptiedNote</name>
    <message>
        <source>We did not save that, so the words from before are still on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring my words back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save it empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close and keep the words from before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing left in this testimony</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EraseEverythingPage</name>
    <message>
        <source>Erase everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>erase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no undo. Once it is erased, nobody can bring it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What goes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All your testimonies with their earlier versions, and all backups.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Our copies of what was sent, with the receipts. What still waits will not be sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ways to send you have set up, with their passwords, and all settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Campaigns and councils that you have added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What we cannot reach</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the word “{word}” to go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Erase it all now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was erased. Type the word “{word}” first, so that we know you mean it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ErasePage</name>
    <message>
        <source>Erase for good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{title}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no undo. Once it is erased, nobody can bring it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What goes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What we cannot reach</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Erase it for good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Erasing. Looked through {done} of {of} files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show my testimonies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files that were set aside after damage, or when a backup was brought back, may hold testimonies that are nowhere else. If you need none of them, you can erase these files too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Erase the files set aside too</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ErasingRoom</name>
    <message>
        <source>Untitled testimony</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleted {when}. It was sent or waits to be sent, so it stays until you erase it for good.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleted {when}. 1 day left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleted {when}. {days} days left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is back among your testimonies.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is erased: the text, its earlier versions and what was sent, here and in the backups.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is erased where we could reach it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The files that were set aside are erased too.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EvidenceCard</name>
    <message>
        <source>Open the source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the source: {fact}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{address} opens in your browser when you are online</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no date given, read {date}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FactSwitches</name>
    <message>
        <source>Evidence to go with it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cite: {fact}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FindingCard</name>
    <message>
        <source>{where}. {detail}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it as it is: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{severity}: {title}. See it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FindingPanel</name>
    <message>
        <source>Where it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to see here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is about the testimony as a whole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can save a copy at any time, whatever is found here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you can do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens {place} at this place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change it myself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes out these digits, nothing else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes out these words, nothing else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cover the number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cover it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows it as “{covered}”.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Fold</name>
    <message>
        <source>Hide them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{words}: {title}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HandInPanel</name>
    <message>
        <source>How to reach them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We have no address of this council. Its clerk can tell you where testimony goes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checked {date}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Heading</name>
    <message>
        <source>Step {number} of {of}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HelpPage</name>
    <message>
        <source>How Testimony works</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This help is on your computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First say how the Council will hear you: aloud, in writing, or both. The meters follow your answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can leave everything else empty. What you fill in makes the opening. You see it grow at the side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can leave your name out. It is then in no text, file name or property. Your story can still point to you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A point is one thing you want the Council to know. One to three fit into two minutes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tick a card to choose it. The facts at the side show where they come from and what to be careful with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can add a point of your own. You can also see it differently: then the letter’s points are set aside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your story</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write what happened to you, what you saw, or what you fear. One true moment is enough.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The question is there to help. You can try another one, or write something else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch on the facts that should stand before your story.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here is the whole testimony. A solid bar marks your own words, a dashed one the suggested words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can change every word. What you change becomes yours, and we never write over it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch off Say aloud for what should be in print only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We look for private numbers, unfinished sentences, length, and what may be safer left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All of this happens on your computer. Nothing here stops you from saving a copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a Word file for the clerk, or plain text for a web form. The file has no trace of this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A reference such as T-7K3MQ2P stands at its foot. It tells one version from another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can also send it from there. First you see all that would go, and nothing goes until you say so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings is where ways to send are added, changed and tried. Trying one sends nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you have handed over cannot be taken back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your words are saved while you type. The time at the bottom says when the disk had them last.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can close the window at any time. You come back to the same place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A deleted testimony can be brought back with Undo, and for 30 days from Deleted testimonies on Home.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier versions, in the draft or in the list, show what was changed. You can take one back, or a part of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Testimony makes a backup on each day that you write. They are in Settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Erase for good, in the menu of a testimony, takes it away with all its versions and from the backups. There is no undo. Erase everything is in Settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock, in Settings, scrambles your testimonies and the backups on the disk. If you lose what opens it, nobody can open them again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write without saving, on Home, opens a window in which nothing you write is kept. Save a copy there before you close it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move to another computer, in the menu of a testimony, saves one file with everything. Bring in a testimony, on Home, takes it in there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tab goes to the next thing, F6 to the next part of the window. Alt with the arrows goes back and on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl with 1 to 6 goes to a step. Ctrl+Z takes a change back, Ctrl+Y does it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl with plus and minus changes the size of the text. F1 opens this help.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the draft, Alt+S goes to the next suggested words. In Your story, Ctrl+Tab goes to the next point.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HomeCautions</name>
    <message>
        <source>We could not make the backup of today. {why}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message>
        <source>What would you like the Council to hear?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start with a blank page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any subject, your own points, the same six steps. Testimony is what you tell the Council, aloud or in writing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Campaigns, by title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search by title or words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search my testimonies by title or words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleted “{title}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo: bring “{title}” back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My testimonies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your first testimony will appear here and save itself as you type. You can stop at any time and come back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you write here stays in this list until you close the window. Then it is gone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing here yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No testimony has these words in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the spelling, or look through the whole list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last checked {date}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{review} {checked} {signers}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start with the campaign {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the letter of {title}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HomeRail</name>
    <message>
        <source>Your words stay on this computer until you send them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your words are in this window only.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HomeRoom</name>
    <message>
        <source>We could not open the campaign {name}. Your testimonies are safe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We could not open another window. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier versions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move to another computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Erase for good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is it called?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}, copy</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LastPage</name>
    <message>
        <source>Erasing everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This can take a moment. Please leave this window open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not all of it is gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything is erased</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We have looked: Testimony keeps nothing more of you on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start afresh</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LeavingRoom</name>
    <message>
        <source>Something is still being saved or sent. Nothing was erased. Try again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Erasing stopped before it was done ({detail}). Start Testimony again and erase once more.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LetterPage</name>
    <message>
        <source>{review} Last checked {date}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It asks the Council: *{ask}*.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read it on the web</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{address} opens in your browser when you are online</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it says, paragraph by paragraph, in our words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since the letter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source: {source}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LetterheadsRoom</name>
    <message>
        <source>What we kept of it cannot be read. Remove it and take it in again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We took out of our copy: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We took nothing out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take in a letterhead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Word files (*.docx *.dotx)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is the organization called?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We are looking it over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is here. You find it on the Share page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove “{name}”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own file stays where it is. Letters you have saved stay as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is removed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LetterheadsSection</name>
    <message>
        <source>Take in a letterhead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For organizations: your Word letterhead, with your logo and styles. We keep a cleaned copy. Your own file stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letterheads</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LimitVoice</name>
    <message>
        <source>{count} seconds left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over by {count} seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 second left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over by 1 second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} words left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over by {count} words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 word left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over by 1 word</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LockPage</name>
    <message>
        <source>Lock my testimonies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What a lock does not do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A passphrase, each time I open Testimony</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keyring of this computer, without a passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keyring, or a passphrase where that fails</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What opens it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ten letters or more, such as four words. If you forget it, nobody can open your testimonies.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock them now</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LockRoom</name>
    <message>
        <source>Locking your testimonies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the lock off?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After that, whoever can use this computer as you can read your testimonies and the backups.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take it off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taking the lock off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something is still being saved or sent. Nothing was changed. Try again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your testimonies are locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lock is off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The new passphrase opens your testimonies from now on.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LockSection</name>
    <message>
        <source>Lock my testimonies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finish it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the lock off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a passphrase</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LockingPage</name>
    <message>
        <source>This can take a moment. Please leave this window open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MatterForm</name>
    <message>
        <source>My council is not listed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is your council called?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day of the meeting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Such as 2026-12-08</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agenda item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its number on the agenda</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Such as 2020-00681</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who should hear it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is it about?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It stands on the subject line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where do you stand on it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do you speak for a group?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave it empty if you speak for yourself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Against it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neither</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I leave it open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where do you stand on it? {word}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent and waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All testimonies</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MovePage</name>
    <message>
        <source>Move to another computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You get one file with everything: the text, what you filled in, and all earlier versions. On the other computer, choose “Bring in a testimony” on Home. Bringing it in twice adds nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seal the file with a passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ten letters or more, such as four words. If you forget it, nobody can open the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same passphrase again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a passphrase, or turn sealing off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two are not the same. Type it again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MovingRoom</name>
    <message>
        <source>Testimonies (*{ending})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as {path}. Take it to the other computer and bring it in there. It stays on this computer too, until you delete or erase it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier versions of “{title}” that are not in the file, since the disk has damaged them: {count}. Your newest words are in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Testimonies (*.testimony.json *.testimony.json.age);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring in a testimony</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That testimony was here already. Nothing was added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is here now, among your testimonies. We took out {count} hidden signs that are no text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is here now, among your testimonies, with its earlier versions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file is sealed. What is its passphrase?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Navigator</name>
    <message>
        <source>Home</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to {step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step {number} of {of}: {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NewPassphrase</name>
    <message>
        <source>The passphrase that opens it now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The new passphrase again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show what I typed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a passphrase first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two are not the same. Type it again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NoSending</name>
    <message>
        <source>To send it, keep it first.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OrderStrip</name>
    <message>
        <source>The one you care about most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A second, if you like</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A third, if you like</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OtherWays</name>
    <message>
        <source>Bring in a testimony</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a packet for the record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write without saving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleted testimonies</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OwnPointCard</name>
    <message>
        <source>Your own point {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is it about, in a few words?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take it out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take out your own point {number}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PacketPage</name>
    <message>
        <source>A packet for the record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All testimonies you choose go into one PDF with contents and an index, and each into a file of its own. A packet may be published, so it holds no contact, and no name that is left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They stand in the order in which they were begun or brought in on this computer, the first one on top. The packet has the same order. Up and Down go through the list, the space bar chooses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Testimonies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written statement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Large print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the pages look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save each testimony as a Word file too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the packet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We are still making the packet. Many testimonies take longer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We stop as soon as the step that goes on is done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We ask for a folder. An empty one is best, since many files come into it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The packet is saved as *{path}*. Testimonies in it: {count}. Their own files are beside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chosen: {count} of {all}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the testimonies first. Nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PacketRoom</name>
    <message>
        <source>We could not open it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{state}. {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder for the packet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of one or more testimonies in the packet: {why}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PagesChoice</name>
    <message>
        <source>Written statement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Large print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Card to speak from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cover note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the pages are for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Codes for a phone at the foot of a PDF or a print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A phone&apos;s camera reads the text from the paper, up to six codes. Anyone who has the paper can scan it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PassphrasePage</name>
    <message>
        <source>Change the passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ten letters or more, such as four words. The one before does not open them here any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the new passphrase</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PersonalWindow</name>
    <message>
        <source>Testimony</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Home</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent and waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PhoneDialog</name>
    <message>
        <source>Take it on your phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open your phone&apos;s camera.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Point it at the square, about a hand away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tap the link. It opens as an email draft. Nothing is sent by this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your phone&apos;s mail app may save the draft online. Anyone who can see this screen can scan it too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code {number} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your text is inside this square. We upload nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your text is inside these squares. We upload nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code {number} of {count}, to be scanned with a phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the words again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make it bigger</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PiecesPage</name>
    <message>
        <source>We opened {address} in your browser. Copy each text into its place there, then press its button.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The page takes {most} letters here. This text has {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes, I pressed its button</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the page again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Did you press its button?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The page wants you to have an account there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You need no account there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We do not know whether you need an account there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The page takes files. You can add the Word file from Share.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The page takes no files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We do not know whether the page takes files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We do not know when comments close.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comments close at {time}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title} is on the clipboard.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PointCard</name>
    <message>
        <source>Chosen, {place} of {of}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PointPanel</name>
    <message>
        <source>About this point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The letter says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence you can cite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The letter gives no source for this. You can still say it as your view.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What others have said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other facts you can cite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A point is one thing you want the Council to know. Give it a few words; your story comes next.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PointsPage</name>
    <message>
        <source>Choose points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add my own point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I see it differently</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Three is the most. Untick one first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You see it differently. The letter’s points and its request are set aside, with what you wrote. Its facts are still here to cite, and so is what others have said.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the letter again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say it in up to three points. Put the one you care about most first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pick up to three. Put the one you care about most first. *Then* and *Now* say when a point’s facts are from: before or after the vote of {date}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}, now {place} of {of}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PreviewDialog</name>
    <message>
        <source>See the page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making the pages…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same words, to read or to hear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page {number} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no page to show.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{page}, a picture</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PrintDialog</name>
    <message>
        <source>Print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Printer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for printers…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The print service may keep a record of the job. Its name says nothing of you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pages come out as you see them under “See the page”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Giving it to the printer…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PrintRoom</name>
    <message>
        <source>The printer {name} has taken it. Look for the paper there. We cannot see whether it came out.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProgressPanel</name>
    <message>
        <source>How it’s going</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aloud</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In writing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mostly your own words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Easy to follow when heard once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{time} of {limit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not counted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We do not know a limit for {body}. Ask the clerk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this council</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{limit} words at most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We do not know how long you may speak here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} seconds over at a calm pace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About {count} seconds over at a calm pace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} seconds to spare at a calm pace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About {count} seconds to spare at a calm pace.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReceiptDialog</name>
    <message>
        <source>Save it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the receipt says</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReceiptRoom</name>
    <message>
        <source>receipt {reference}.txt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the receipt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text files (*.txt)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as {path}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SaveTrouble</name>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close without saving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We could not save just now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{why} Your words are still on the screen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A copy is safe at {path}. We keep trying to save here too.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SavedNote</name>
    <message>
        <source>Show the folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as *{path}*</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SavingView</name>
    <message>
        <source>Nothing you write here is kept. Save a copy before you close.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to save yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk has not answered yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text is on the clipboard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>testimony.testimony.json</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Testimonies (*.testimony.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SectionCard</name>
    <message>
        <source>Say aloud</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say aloud: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add your own words here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In print only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}. {words} words, {own} yours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} sec</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read who wrote what</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go back to the suggested words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your words: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suggested words: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A fact you cite: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This part is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who wrote what: {title}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SendingRoom</name>
    <message>
        <source>We are handing something over just now. This window closes as soon as that is done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A backup was restored. What was sent after it may not be in this list. Look before you go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These testimonies came from another computer, which may send them too. Look before you go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is fine. It stays here until you say so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The password of {channel}. We keep it until you close this window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look into your own mailbox: is the copy there, or a notice that it came back? Or call the clerk, and name the reference {reference}. Then tell us.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It arrived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It did not arrive. Send it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How to check</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SentPage</name>
    <message>
        <source>What we know about each message, and no more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent and waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show older ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I have looked. Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is waiting. Sent testimonies will be listed here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{percent}%</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use shortcuts such as Alt+Right and Ctrl+1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where my testimonies are kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Erase everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About this program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is sent unless you say so. You need no account, and nothing is counted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Testimony is free software under the Apache License 2.0. The typeface is Atkinson Hyperlegible Next under the SIL Open Font License 1.1. The icons are from Lucide under the ISC License. The window is made with Qt for Python under the LGPL.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SharePage</name>
    <message>
        <source>Nothing leaves this computer until you choose one of these.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share your testimony</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep a copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See the page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Word on a letterhead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We are still saving the file. A disk that is slow or far away takes longer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We stop as soon as the disk answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give it to the Council</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What we know of handing it in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We do not know of a hearing. You can still write to your council member.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The meeting is on {date}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To send it from here, keep it first. What you save stays where you save it. If you print it, the print system may keep a record.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text is on the clipboard. Paste it where you want it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For the clerk, and to edit later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looks the same everywhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For a web form or a message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Puts the text and its sources on the clipboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan it. Your phone&apos;s mail app may save the draft online.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To my phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pages as they are, on a printer of this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In writing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aloud: sign up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aloud: where people speak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On paper: the room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We do not know.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checked {date}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShareRoom</name>
    <message>
        <source>A letterhead tells the Council that the organization says this. Use it only if you speak for it. Without one, the testimony is your own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes, I speak for {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do you speak for this organization?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Word files (*.docx)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text files (*.txt)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>Hide this panel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SincePanel</name>
    <message>
        <source>Since the letter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since then</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The newer requests are ours, not the letter’s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last checked {date}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See the sources</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StartCard</name>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the letter</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StepRail</name>
    <message>
        <source>All testimonies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>you are here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}. Step {number}, {state}. {note}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}. Step {number}, {state}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are here</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StoryPage</name>
    <message>
        <source>One true moment is enough. Write the way you talk. Spelling comes later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell it in your own words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No point is chosen yet. Go back to Points and choose one, or add your own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try another question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A question to get you started. You don’t have to answer it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your story for point {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>*What you write may become public.* Immigration, arrest, health, a child’s name or school: this may be safer left out. Only you can decide. {limits}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Or begin with one of these and finish it:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not written yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{words} words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{words} words, about {seconds} seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened, and what did it mean for you?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What do you see where you live or work?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What would be different if the Council acted?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StoryPanel</name>
    <message>
        <source>While you write</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good to include</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where it happened, roughly. No street address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who it happened to. Ask before you name anyone else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it cost: an hour, a shift, a night’s sleep.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The evidence you cite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It stands before your story in the draft.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StoryTab</name>
    <message>
        <source>Point {number}: {title}. {note}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TestimonyList</name>
    <message>
        <source>My testimonies</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Testimony</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text and colors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>English</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language: English</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UnlockPage</name>
    <message>
        <source>Your testimonies are locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show what I typed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open my testimonies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the keyring again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If you have forgotten it, nobody can open them, and we cannot either. They stay as they are until you erase everything and start anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Erase everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type your passphrase to open them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type your passphrase first.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UnlockWindow</name>
    <message>
        <source>Testimony</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We ask the keyring of this computer. It may want its password first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One moment, please.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UnsavedBanner</name>
    <message>
        <source>Nothing you write here is kept. Save a copy before you close.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it after all</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UnsavedWindow</name>
    <message>
        <source>Testimony, nothing is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Home</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close, and keep nothing?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you wrote in this window is gone when it closes, and nobody can bring it back. Copies that you saved yourself stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close, and keep nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to save a copy of yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to keep yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is kept among your testimonies. Start Testimony to go on with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your testimonies are locked. What passphrase opens them?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VersionList</name>
    <message>
        <source>Versions, the newest first</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VersionsPage</name>
    <message>
        <source>Taking one back makes a new version. Nothing that stands here now is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier versions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Older</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Older version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newer version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take all of it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your testimony reads the same now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same in both: {sections}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take this back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take this back: {title}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VersionsRoom</name>
    <message>
        <source>Nothing is saved yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That part is back, as a new version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All of it is back, as a new version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is undone.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WayFormPage</name>
    <message>
        <source>Add a way to send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change “{way}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is kept in your settings on this computer. Keeping it sends nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How should it go?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save this way to send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have not saved this yet. It is as you left it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{back} Only a password is not here: we never keep one in a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not saved yet. Boxes that need a change: {count}. What you typed is still here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only if somebody told you what to write</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{question} (needed)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We keep it in the keyring of this computer, and never in a file. Without a keyring we keep it until you close this window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave it empty to keep the one we have.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WaySecrets</name>
    <message>
        <source>The keyring of this computer did not take the password. We keep it until you close this window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The password is in the keyring of this computer, and nowhere else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its password may still be in the keyring of this computer.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WaysRoom</name>
    <message>
        <source>What you typed about “{way}” is not saved, and could not be kept. {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close all the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We could not keep what you typed here. {why} It is still here while this window is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file of the ways to send cannot be used just now. See Settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved. Try it to see whether it works. That sends nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We keep that you have checked it today.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trying…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The password of {channel}. We keep it until you close this window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WaysSection</name>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a way to send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These stand on the Share page. Trying one sends nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ways to send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the folder of this file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You took out “{title}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo: bring “{title}” back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on with the new way to send</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WorkingNote</name>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Kept</name>
    <message>
        <source>Your text, kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In your testimony now.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Place</name>
    <message>
        <source>Move {title} earlier</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_PlaceButton</name>
    <message>
        <source>{name}, you are here</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_VersionsPanel</name>
    <message>
        <source>All versions</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>consent</name>
    <message>
        <source>To</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Subject</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens with the record block.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>May become public: your words, and what you say of yourself in them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some clerks also post the email address a message came from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It enters the record of the hearing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It does not enter the record of a hearing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We do not know whether it enters the record of a hearing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This address was last checked: {date}. Look whether it is still right before you send.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We do not know.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“This is my testimony for the record. May I have a stamp with the date?”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dates</name>
    <message>
        <source>{day}, {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{time} on {day}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>evidence</name>
    <message>
        <source>Then and now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Then</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>home</name>
    <message>
        <source>Untitled testimony</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{action}, {title}, {state}, {facts}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We do not know</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your turn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You said it arrived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Returned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{long}. Nothing to fix. Edited {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to fix. Edited {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step {number} of {of}. {long}. Edited {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step {number} of {of}. Edited {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{long}. Edited since. {way}, {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edited since. {way}, {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{long}. {way}, {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{way}, {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{words} words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About {time} long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{time} long</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>menus</name>
    <message>
        <source>Colors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{percent}%</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>English</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>saving</name>
    <message>
        <source>Not kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only in this window, not kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Still saving. Your words are on the screen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty now. The words from before are kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved, but the disk is almost full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved on this computer, {time}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sending</name>
    <message>
        <source>Look at it and use it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offered by the campaign. {about}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{channel}. {reference}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Untitled testimony</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See receipt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes, I did</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It came back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How to check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Practice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open my mail program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Email it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put it there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I take it there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes through every step, and nothing is sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens a message with the Word file. You press Send there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes from {sender} to {to}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens the page, with each piece of text to copy. You press its button.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sends it to {url}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Puts one file into {url}, and reads it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hand it in or mail it. Print the Word file first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last checked {date}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sources</name>
    <message>
        <source>no date given, read {date}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>steps</name>
    <message>
        <source>About you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your story</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} of 3 chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} of {of} written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Point {number} of {of}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place}, {written}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} sections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as Word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as plain text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved before</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>store_offers</name>
    <message>
        <source>See what can be brought back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the newest whole version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See your backups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I have read this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write without saving for now</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>versions</name>
    <message>
        <source>At a time we do not know</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left this computer as {reference}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>While you wrote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When you went to another page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When you closed it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When you named it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When it was copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When it was brought in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When you took a version back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read from a damaged file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When you emptied it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you want the Council to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thanks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>who you are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>how the Council will hear it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>your position</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>whether you see it differently</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>how to reach you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>points that were taken out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what is said aloud</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the translation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other answers that differ: {answers}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>[taken out: {text}]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>[added: {text}]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken out since then</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added since then</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>voices</name>
    <message>
        <source>Your words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suggested words</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ways</name>
    <message>
        <source>What shall we call it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Such as: Email to the City Clerk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does it enter the record of a hearing?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last moment for comments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With its time zone, such as 2026-12-08T16:00-06:00</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One address on each line. Leave it empty to type it there each time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address of the account that sends it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mail server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Such as mail.example.org. Whoever gives you the account can tell you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Port of the mail server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most often 465 or 587</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How is the line to the server locked?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We never use a line that is not locked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the start (TLS, port 465)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After a greeting (STARTTLS, port 587)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address of the page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It begins with https://</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the page asks for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the page calls piece {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Our text for piece {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove piece {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a piece</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most letters the page takes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave it empty if you do not know.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does the page take files?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does the page ask for an account?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A note to show beside the page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address of the program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In what form does it want the words?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Like a web form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Like a web form with files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it asks for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of field {number} there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Our text for field {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove field {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers that mean it was taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers from 200 to 299, with commas between them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How do we log in?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not at all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With a token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With a user name and a password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password or token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the field for files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Field of the answer that holds the receipt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pattern that the answer must match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A regular expression</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Field of the answer that holds the SHA-256 of what it has</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Header that tells a second try from a new one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the files go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A folder such as /media/stick/box, or an address that begins with webdavs:// or s3://</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address of the server of a store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Region of a store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where to hand it in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When it is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many copies to bring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to say there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One address on each line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File with the certificate of the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only where the server has one of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A Word file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A plain text file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Word and PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Word and plain text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which file goes along?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We do not know</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In our texts {text} stands for the testimony. You can also use {name}, {subject}, {ward}, {neighborhood}, {position}, {matter}, {file_number}, {agenda_item} and {meeting_date}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on editing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I have checked it today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} has to be mended first. Until then no way to send can be used or changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whoever runs this computer has to mend {path}. Until then no way to send can be used or changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Practice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own mail program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Email by an account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A web page that you fill in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address of a program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A folder, a stick, a share or a store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On paper, handed in or mailed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes through every step, and nothing is sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens a message with the addresses filled in. You press Send there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We send it from an account that you have the password of.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens the page, with each piece of text to copy. You press its button.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We hand it to a program of the receiver over the web.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Puts one file for each testimony there, and reads it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You print it, and hand it in or mail it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set up by whoever runs this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set up by you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the campaign.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Always there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody has checked it yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last checked {date}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>I am the person speaking here, and these are the words I want to send.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I am {name}, and these are the words I want to send.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Testimony {program}, Python {python}, SQLite {sqlite}, {system}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No testimony has been saved here yet. The file will be {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every page of {path} is in order. Testimonies: {drafts}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is locked, and we had no passphrase to look into it. Give it to have every page looked over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other people on this computer may be able to read {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Testimonies can be saved in {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Testimonies cannot be saved in {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We could not look into this ({subject}): {detail}. Please report it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Campaigns that can be used: {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These campaigns cannot be used: {unreadable}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No campaign is installed. Install Testimony again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Public bodies in the list: {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These bodies cannot be used: {unreadable}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No public body is installed. Install Testimony again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window can open here, by way of {platform}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no screen here, so the window cannot open. Commands work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window cannot open here. Qt, which shows it, says: {detail}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The typeface {family} is whole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parts of the typeface {family} do not load: {files}. Install Testimony again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The typeface could not be tried. Qt, which shows it, says: {detail}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Testimonies can be written with labels in {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files you saved or sent yourself are still there. A disk may keep traces for a while, and so may a backup of the whole computer. We cannot reach those.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text, and all its earlier versions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What can be found of it: its name in the list, and its words in the search.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its words in every backup that Testimony has made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Our copy of what was sent, with its receipt. What was sent stays where it went.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It still waits to be sent: {channels}. It will not be sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} may still hold some of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full, so we could not write {path}. What was there before is safe. Make room and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer does not let you write {path}. Nothing was changed. Choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The place of {path} cannot be written to. Nothing was changed. Choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is open in another program, or must not be changed. We left it alone. Close it there, or choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We could not find {path}. Check the spelling, or choose another file or folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You stopped it. There is no new file, and your testimony is as it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a file called {path} already, and we left it alone. Choose another name, or use --force to replace it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is a folder. Choose the name of a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file name {path} is too long. Choose a shorter one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer cannot keep a file called {path}. Nothing was changed. Choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is a file where a folder should be. Choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We could not read {path}. Check that you may open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We could not read or write {path}. Your testimonies are safe. Check the disk and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer&apos;s print service does not answer. Nothing was printed. Save the PDF and print it elsewhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We found no printer here. Nothing was printed. Turn the printer on, or save the PDF and print it elsewhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This printer is not here any more. Nothing was printed. Choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The printer did not take it. Nothing was printed. It said: {answer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This testimony is too long for six codes. Save the Word file on a stick, or email it to yourself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} does not hold what we wrote. The disk may be failing. Your testimonies are safe. Choose another place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We could not look into {path}. Check that you may open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We made no PDF, because our typefaces cannot show these characters: {characters}. Save it as Word or plain text, where nothing is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We could not make this PDF. What was saved is safe. Save it as Word or plain text instead, and please report this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We made no packet, because our typefaces lack characters of testimony number {number}, &quot;{title}&quot;: {characters}. Nothing was written. Take that one out, and hand it in beside the packet as Word or plain text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We made no packet, because testimony number {number}, &quot;{title}&quot;, is no longer as it was saved. Nothing was written. The disk may be failing. Take that one out, or open it to bring an earlier version back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You stopped it. There is no packet and no file of it. Your testimonies are as they were.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is a name for another kind of file. Nothing was written. Choose one that ends with {ending}, or a folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Codes for a phone stand at the foot of a PDF or a print. Choose a written statement or large print, or leave the codes out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This testimony is too long for six codes, so they do not fit on paper. Turn the codes off and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As far as we know, this council does not ask how to reach you. So there is no cover note. If its clerk asks you, tell them yourself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cover note is still empty. Fill in how the council can reach you. It stays out of your testimony.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A packet may be published, so no cover note goes into it. Save each cover note as a file of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A packet may be published, and a .testimony.json file holds all that was filled in, a name left out and contact too. So none goes into it. Leave json out, or save that file without --packet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A packet holds each testimony once. Nothing was written. These are named more than once: {drafts}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such version in the format {format}. Choose Word or PDF for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no testimony with the id {draft}. See the list for the right one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This testimony is no longer as it was saved. The disk may be failing. We left it as it is. An earlier version can take its place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no version {rev} of this testimony any more. See its earlier versions for those that are kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing left in this testimony. We did not save that, so the words from before are safe. Say so if you want it empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This testimony was erased meanwhile, so we did not save it again. Its words are only on the screen. Copy them if you want to keep them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This testimony was changed in another window. Both versions are kept. Open the list to see them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your testimonies were kept in {path}, but the file is gone. We made no new one. You can bring a backup back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file {path} should hold your testimonies, but it is empty. We left it as it is. You can bring a backup back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file {path} that holds your testimonies is damaged. We left it as it is. You can bring back a backup, and what can still be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A newer version of Testimony wrote {path}. We left it as it is. You can read and export what is in it. To change it, update Testimony.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is on another computer ({kind}), where words cannot be kept safely. What is in it can be read. Choose a folder of this computer with --profile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your testimonies are kept in {path}, on a disk that can be pulled out. Close Testimony before you take it out. Else your newest words may be lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some of the newest words you saved are gone. A file that belongs to {path} was removed or replaced by an older one while Testimony was not running. Look through your testimonies. A backup may have more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This version of Testimony must back your testimonies up first, and {path} takes no backup. They can be read. Make room there, then start again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Testimony is open in a window. Nothing was changed. Close the window, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no backup in {path} that can be used. Nothing was changed. With --salvage you get what can still be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no backup called {name}. Nothing was changed. See the list of backups for the right one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backup {path} is damaged. Nothing was changed. Choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing in {path} can be read any more, and there is no backup. We left the file as it is. Somebody who knows disks may still help.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file {path} cannot be written to, so nothing new can be kept. What is in it is safe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We could not open {path}, where your testimonies are kept. Check that you may open this folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program is using {path}. What was saved before is safe. Close it and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk did not take what we wrote to {path}. What was saved before is safe. Check the disk and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This Python was built without full-text search, which Testimony needs. Install Python from your system or python.org.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file has more than {most_megabytes} MB. That is no testimony. Nothing was added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text is broken near character {position}. Save the file again as UTF-8. Nothing was added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is not in the testimony format. Nothing was added. Choose a .testimony.json file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file says &quot;{key}&quot; twice, so we cannot tell which is meant. Nothing was added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file does not say &quot;format&quot;: &quot;{expected}&quot;. It may come from another program. Nothing was added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file has a mistake at &quot;{key}&quot;: {problem}. Nothing was added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No point may be called &quot;{point}&quot;. Nothing was added. Give it another id.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The point &quot;{point}&quot; stands in the file twice. Nothing was added. Take one out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The campaign &quot;{campaign}&quot; is not installed here. Install it first, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The public body &quot;{body}&quot; is not in the list here. Use its name instead, or add its file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The campaign has no point called &quot;{point}&quot;. Nothing was added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The campaign has no request called &quot;{ask}&quot;. Nothing was added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The testimony has no part called &quot;{section}&quot;. Nothing was added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The campaign has no fact called &quot;{evidence}&quot;. Nothing was added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{most} points is the most. Untick one first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With its earlier versions this testimony is larger than {most_megabytes} MB. No file was written. Move it without them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That passphrase is too short. No file was written. Take {least} letters or more, such as four words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two passphrases are not the same. No file was written. Type them again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file is sealed. Nothing was added. Type the passphrase it was sealed with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That passphrase does not open this file, or the file is damaged. Nothing was added. Look at capital letters and spaces, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file is sealed for somebody else&apos;s key, so no passphrase opens it. Nothing was added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} cannot be used yet. Problems found: {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no campaign at {path}. Check the spelling.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We could not read the campaign at {path}. Check that you may open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no body file at {path}. Check the spelling.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The language file {path} is missing. Install Testimony again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file has more than {most_megabytes} MB. Ask its maker for a smaller one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is not a whole zip file. Get it again from its maker.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file holds more than {most} files inside. Ask its maker for a smaller one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file would unpack to far too much. We did not open it. Do not trust it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file holds &quot;{entry}&quot;, {reason}. We did not open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file took too much time or memory to read. We stopped. Do not trust it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing sent or waiting with the id {submission}. See the list for the right one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That cannot be done with {submission} as it is now ({state}). Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was sent. To send it, read the above and say so with --consent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Testimony is sending already, in another window or command. What is due goes from there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending is paused, since this list may be older than what was sent. Look it over, then use --go-on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Testimony is sending something just now. Nothing was changed. Wait until that is done, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This testimony is being sent just now. Nothing was erased. Wait until that is done, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was erased. What is erased cannot be brought back. To do it, say so with --yes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What should be sent is no longer what you agreed to. The disk may be failing. We sent nothing. Your testimony is safe. Send it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no way to send called {channel} any more. Choose another one, or set it up again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{channel} leads somewhere else now than when you agreed. We sent nothing. Look at it, then send it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whoever runs this computer set up {channel}, so it cannot be changed here. It stands in {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{channel} is always there and cannot be changed or removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody has looked at the address of {channel} for 90 days. Check that it is still right, then say so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The way to send asks for {field}, which we do not know. Nothing was sent. Tell whoever set it up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This way to send takes no files as it is set up. Nothing was sent. Tell whoever set it up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A collection takes one file for each testimony. Set up just one kind of file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address &quot;{address}&quot; cannot receive mail. Whoever set up this way to send can correct it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your email address does not look complete. Check it, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The date {found} of {channel} is no date. Write it as YYYY-MM-DD.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key to seal with is not one of age. Nothing was sent. Tell whoever set it up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file was not sealed for this key, or it is damaged. We left it as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{found} has no value. Write it as key=value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We need the password of {channel}. Nothing was sent. Type it in once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The password store of this computer is locked. Nothing was sent. Unlock it, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer has no safe place for passwords. You can type the password in each time, and we keep it nowhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The password store of this computer did not answer as it should. Nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We could not start a part of Testimony. Install it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Testimony made a mistake with its own file. What was saved is safe. Please report this: {detail}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Testimony was closing while it still had work. What was saved is safe. Start it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong that we did not foresee ({detail}). What was saved is safe. Please report this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no screen to show the window on. The commands work without one: testimony --help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We could not write the answer to where it should go. What was saved is safe. Make room there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped. What was saved is safe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>which names a place outside the campaign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>which leads out of the campaign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>whose name holds hidden signs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>which is a link to something else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>which is locked with a password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>which is packed in a way we do not read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>which stands in it twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to fix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{worth} worth a look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{must} must fix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{must} must fix, {worth} worth a look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Must fix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worth a look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No private numbers or addresses found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not over a limit that we know of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It asks the Council for something</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No request that the Council has answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No unfinished sentences found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No point without your own words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No fact without its caution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No fact that is gone from the campaign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No words found that may be safer left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No question about your name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not mostly suggested words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cover it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change it myself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>two minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>three minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody should publish this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This may become public. You can leave it out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A government id number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A bank or card number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A phone number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An email address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A street address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This may become public. In Safe at Home? Use the address on your card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About {over} over {limit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Generally {limit} aloud; the chair decides.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words over the limit: {over}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In writing, {limit} words is the limit we know of.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Characters over the limit: {over}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In writing, {limit} characters is the limit we know of.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is asked of the Council</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What do you want the Council to do?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Council has answered this request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{answered} You can choose a newer request, or keep this one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A sentence is not finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finish it in your own words, or take it out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A point has no words yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add your own words, or take the point out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A point has facts, and not your story yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What have you seen or lived through?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most of the words are suggested ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own story usually weighs more. Would you like to add to it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Know this before you cite it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{caution}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A fact you chose is no longer in the campaign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is left out of the text. Choose another one if you like.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{words}” may be safer left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may be about {topic}. Only you can decide.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your name is not in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some councils need a full name. We do not know what this one asks for. Ask the clerk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{body} asks for a full name. You can still leave it out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your name is left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your job, neighborhood and years here can still point to you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your name stands in the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You chose to leave it out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>immigration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an arrest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>health</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a child, or a child’s school</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{mark} is not one of our marks. It stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Links to other places. Their words are still there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A template that Word would have fetched from elsewhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other files inside this one, such as a table from Excel, or buttons.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other documents that Word would have put in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data that does not show on the page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parts that Word fills in by itself. The words they last showed are still there. Page numbers still count.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comments.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tracked changes. The text is as if all of them were accepted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names and notes in the file&apos;s properties, such as author or company.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A small picture of how the file once looked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A picture of a kind we do not keep, or one that is missing. Save your logo as PNG or JPEG and put it in again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes inside pictures, such as who made them, when and where.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Charts or diagrams. A picture of them can stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Equations. If one belongs on every letter, put it in as a picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Typefaces inside the file. Word uses those of the computer that opens it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Footnotes or endnotes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A link to a list of addresses for form letters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Protection against changes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A digital signature. It would no longer hold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Building blocks, menus or keys for Word that a letter does not need.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is an old Word file, or one that is locked with a password. Unlock it, save it as .docx, and choose that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a Word file that we can use. In Word, save it as a Word document (.docx).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file holds macros, which are small programs. We took nothing from it. In Word, save it as .docx without macros.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This Word file is damaged inside. Open it in Word, save it anew, and choose that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file holds instructions that no Word file needs. We took nothing from it. Do not trust it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file is much longer than a letterhead. Keep only what belongs on every letter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mark for the testimony stands there more than once. Leave it in one place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mark for the testimony stands in a header, a footer or a text box. Move it into the text of the page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a letterhead called {name} already. Remove it first, or choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no letterhead called {name}. See the list of letterheads.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The letterhead {name} is not as we kept it. Remove it and take it in again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A letterhead is for what is handed in: the written statement or large print, as a Word file. Choose one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The letterhead {name} is for those who speak for that organization. If you do, say so with --speaks-for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A lock scrambles your testimonies, their earlier versions and the backups on the disk. Nobody can read them there without what opens the lock.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If you lose the passphrase, and the keyring does not have the key, nobody can open them again. We cannot either. Save what matters to you as Word or PDF first, and keep it in a safe place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings, ways to send, campaigns and letterheads are not locked. Nor is a message that you hand to your mail program. While Testimony is open, others who use this computer as you can read along.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your testimonies are not locked. Whoever can use this computer as you can read them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your testimonies are locked. The keyring of this computer opens them, or else your passphrase.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your testimonies are locked. The keyring of this computer opens them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your testimonies are locked. Your passphrase opens them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not everything is locked yet. These files can still be read: {files}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turning the lock was stopped half way. These files are left of it: {files}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We could not take the old key out of the keyring. Its name there is {what}. Nothing here needs it now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is locked, and what opens it is not here. Nothing was changed. Put the file lock.json back beside it, from a copy of this folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A lock needs a part of Testimony that is not installed. Nothing was changed. Add the Python package sqlcipher3, then try again. docs/lock.md says how.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your testimonies are locked. Nothing was changed. Give the passphrase that opens them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That passphrase does not open your testimonies. Nothing was changed. Look at capital letters and spaces, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keyring of this computer does not have the key to your testimonies. They are not changed. If there is a passphrase, use that. Else bring the keyring back from a backup of the computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keyring of this computer has another key than the one that opens your testimonies. They are not changed. If there is a passphrase, use that. Else bring the keyring back from a backup of the computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keyring of this computer is locked, or does not answer. Nothing was changed. Unlock it, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer has no keyring that keeps a key safe. Nothing was changed. Use a passphrase.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keyring of this computer did not answer as it should. Nothing was changed. Try again, or use a passphrase.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was locked. Choose a passphrase, or the keyring of this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your testimonies are locked already. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your testimonies are not locked. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is locked with another key. Nothing was changed. Move it away first, to a place where you find it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not everything is locked yet. These files can still be read: {files}. See Settings, under Lock.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is damaged, or locked with another key. Without the lock nobody could read what is left in it. Nothing was changed. If you do not need this file, delete it. Then take the lock off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The copy we made was not the same as {path}. We threw it away, and nothing was changed. Please report it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no key called “{found}”. Take it out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please fill this in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{found}” does not fit here. Needed: {expected}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We do not know {found}. Did you mean {expected}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We do not know {found}. You can use: {expected}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this file is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file is larger than {expected}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the text is broken at byte {found}. Save it as UTF-8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this is not valid TOML: {found}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the text holds something that is no text: {found}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this key is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no key called “{found}”. Did you mean “{expected}”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is “{found}”. Expected: {expected}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is “{found}”, but the file or folder is called “{expected}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the id “{found}” is kept for the app. Choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two facts are named “{found}”. Each name must be used once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{found}” is used twice. Each id must be used once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{found}” is not known here. Expected one of: {expected}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>we do not know {found}. Did you mean {expected}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>we do not know {found}. Known are: {expected}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this point is not listed under “{expected}” in campaign.toml.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a starter must end with “{expected}”, so that the person finishes it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>handed over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Testimony: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reference: {reference}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By: {channel}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State: {state}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since: {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer was: {answer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The other side calls it: {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SHA-256 of what was sent: {hash}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Id: {id}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try {number}: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receipt {reference}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This copy has no reference such as T-7K3MQ2P, because the disk that keeps your testimonies is full. To get one, make room there and do this again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This copy has no reference such as T-7K3MQ2P, because a newer version of Testimony wrote your file. To get one, update Testimony and do this again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This copy has no reference such as T-7K3MQ2P, because your testimonies are kept on another computer, where we only read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This copy has no reference such as T-7K3MQ2P, because your testimonies have to be backed up first. To get one, make room there and do this again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This copy has no reference such as T-7K3MQ2P, because nothing can be written where your testimonies are kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We do not know whether it arrived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your turn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You said it arrived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Returned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replaced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It goes when this app is open and online.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We are sending it now. You can still take it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sent yet. {reason} We will try again at {next_try}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was sent. {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{reason} It never goes again by itself. Check your copy or call the clerk before you send it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You told us so at {changed}. We cannot see what the City got.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You told us at {changed} that a notice came back to your mailbox.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You took it back. Nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A newer version took its place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We are handing it over now. Please wait.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sent yet. {reason} It goes when this app is open and online.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{reason} We will try the others again at {next_try}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{reason} Look at the addresses, then try the others again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comments close at {closes}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comments close soon, at {closes}. You can also hand it in another way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comments close in minutes, at {closes}. Hand it in another way now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comments closed at {closes}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>set up by whoever runs this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>set up by you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from the campaign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>always there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was accepted before. We did not send it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mail server cannot handle the letters of an address. Use another address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server’s answer said neither yes nor no.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server answered, but not with a receipt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This way to send needs a part of Testimony that is not installed. Nothing was sent. Tell whoever set it up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no room where the file should go. Make room, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The place where the file should go is not there. Is the stick plugged in?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The place is there and lets us in. Nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comments closed before it could be sent. Ask the clerk whether it may come late, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is there as {receipt}. We read it back, and it is whole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another file of that name is there already. We did not touch it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We could not read the file back as we wrote it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is not there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We could not read the file of trusted certificates. Tell whoever set it up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection broke before anything was handed over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We reached the server, it is the one it says it is, and it took the name and password. Nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server offers no way to log in with a password. Tell whoever set it up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server did not take the name or password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server had a problem. It can tell a second try from a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{channel} needs you first. See where it was tried.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server stopped answering. It can tell a second try from a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server has another text under this number. Ask whoever runs it, then send again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We could not find the server. This computer may be offline.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We could not reach the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server said something that we do not understand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We reached the server, and it is the one it says it is. Nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server sent us to another place. We did not follow. Tell whoever set it up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server did not take it. It said: {answer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server asks us to come back later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server took it at {changed}. We cannot see whether anyone read it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The secure connection to the server broke.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The secure connection to the server could not be made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server offers no secure connection, so we sent nothing. Tell whoever set it up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody may stand between us and the server, so we sent nothing. Tell whoever set it up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server’s secure connection is too old to be safe, so we sent nothing. Tell whoever set it up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We cannot be sure that this is the right server, so we sent nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The other side stopped answering while we handed it over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to check. Nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your mail service accepted it at {changed}. We cannot see whether the City got it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your mail service accepted it for some addresses, and not for others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was kept to be sent is damaged. Send it again from Share.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The message is larger than the mail server takes. Leave the file out, or hand it in another way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mail server does not take mail for this address. Check the address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mail server does not let this account send from its address. Tell whoever set it up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We opened your mail program. Did you press Send?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We opened the page. Did you press its button?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only your browser can show whether the page is there. Nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is on paper. Did you hand it in or mail it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This was practice. Nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A backup was restored, and we cannot tell whether it was sent after that backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server does not answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending stopped before anything was handed over. Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending stopped while it was handed over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You took it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You said that it arrived.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You said that it did not arrive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You said that a notice came back.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
