// The same through `require`.
import payymo = require('payymo');

const verdict: payymo.IbanVerdict = payymo.ibanCheck('x');
const found: payymo.ValidReference | null = payymo.reference.validate('rf', 'x');
export = { verdict, found };
