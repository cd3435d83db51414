import { canary, type Canary } from './canaries.ts';

export const postcode = 'ZE3 9ZQ';
export const familyMail = 'qzfamilymail@example.org';
export const providerMail = 'qzprovidermail@example.org';
export const staffPassword = 'qzstaffpassword walks';

/** What nobody may find anywhere but sealed. */
export const typed: readonly Canary[] = [
  canary('the name', 'Qzfamilyname'),
  canary('who agreed, and who asks', 'Qzagreedby', 'Qzrole', 'Qzoffice'),
  canary('the child’s name', 'Qzchildname'),
  canary('the school', 'Qzschool'),
  canary('the note on times', 'qztimesnote'),
  canary('the care', 'qzcaretext'),
  canary('the place that was asked', 'Qztriedplace'),
  canary('who helps the family', 'Qzhelper', 'qzhelpercontact'),
  canary('the note on reaching them', 'qzreachnote'),
  canary('the phone number', '07700 900461', '07700900461', '7700900461'),
  canary('what the child needs', 'qzneedstext'),
  canary('what was tried', 'qztriedtext'),
  canary('the postcode', postcode, 'ZE39ZQ'),
  canary('the search', 'qzsearchtext'),
  canary('why an option was declined', 'qzdeclinereason'),
  canary('the provider’s condition', 'qzcondition'),
  canary('the provider’s note', 'qzprovidernote'),
  canary('the name the broker typed', 'Qzprovidername'),
  canary('the broker’s note', 'qzbrokernote'),
  canary('what staff wrote down', 'qzstaffwords'),
  canary('the outcome’s note', 'qzoutcomenote'),
  canary('the password', staffPassword, 'qzstaffpassword'),
  canary('a wrong password', 'qzwrongpassword'),
  canary('an address that has no account', 'qznoaccount'),
  canary('an e-mail address with a slip', 'qzslip'),
  canary('words in an address', 'qzinaddress'),
];
export const addresses = [
  canary('the family’s e-mail address', 'qzfamilymail'),
  canary('the provider’s e-mail address', 'qzprovidermail'),
];
